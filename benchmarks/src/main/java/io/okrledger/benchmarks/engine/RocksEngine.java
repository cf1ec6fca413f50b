package io.okrledger.benchmarks.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB: three tables told apart by a prefix; a change is a batch in the WAL, a sync is one of the WAL. */
final class RocksEngine implements Engine {

    static {
        RocksDB.loadLibrary();
    }

    private static final byte[] DOCUMENTS = "docs".getBytes(US_ASCII);
    private static final byte[] IN_STREAM = "idx1".getBytes(US_ASCII);
    private static final byte[] UNIQUE = "idx2".getBytes(US_ASCII);
    private static final byte[] BEHIND_DOCUMENTS = "doct".getBytes(US_ASCII);
    private static final long MEGABYTE = 1 << 20;

    private final LRUCache cache = new LRUCache(64 * MEGABYTE);
    private final BloomFilter filter = new BloomFilter(10);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(32 * MEGABYTE)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setMaxTotalWalSize(128 * MEGABYTE)
            .setTableFormatConfig(
                    new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    private final WriteOptions unsynced = new WriteOptions().setSync(false);
    private final Slice end = new Slice(BEHIND_DOCUMENTS);
    private final ReadOptions reading = new ReadOptions().setIterateUpperBound(end);
    private final RocksDB db;

    RocksEngine(Path directory) throws RocksDBException {
        db = RocksDB.open(options, directory.toString());
    }

    @Override
    public synchronized void write(List<Document> documents) throws RocksDBException {
        try (var batch = new WriteBatch()) {
            for (var document : documents) {
                put(batch, DOCUMENTS, document.key(), document.body());
                put(batch, IN_STREAM, document.inStream(), document.key());
                put(batch, UNIQUE, document.unique(), document.key());
            }
            db.write(unsynced, batch);
        }
    }

    private void put(WriteBatch batch, byte[] table, byte[] key, byte[] value) throws RocksDBException {
        var there = key(table, key);
        if (!Arrays.equals(db.get(there), value)) {
            batch.put(there, value);
        }
    }

    @Override
    public void sync() throws RocksDBException {
        db.syncWal();
    }

    @Override
    public byte @Nullable [] get(long id) throws RocksDBException {
        return db.get(key(DOCUMENTS, Document.key(id)));
    }

    @Override
    public int scan(long from, int most) {
        try (var cursor = db.newIterator(reading)) {
            var count = 0;
            cursor.seek(key(DOCUMENTS, Document.key(from)));
            while (count < most && cursor.isValid() && cursor.value().length > 0) {
                count++;
                cursor.next();
            }
            return count;
        }
    }

    @Override
    public long newest() {
        try (var cursor = db.newIterator(reading)) {
            cursor.seekToLast();
            return ByteBuffer.wrap(cursor.key()).getLong(DOCUMENTS.length);
        }
    }

    @Override
    public boolean isIndexed(Document document) throws RocksDBException {
        return Arrays.equals(db.get(key(IN_STREAM, document.inStream())), document.key())
                && Arrays.equals(db.get(key(UNIQUE, document.unique())), document.key());
    }

    private static byte[] key(byte[] table, byte[] key) {
        return ByteBuffer.allocate(table.length + key.length)
                .put(table)
                .put(key)
                .array();
    }

    @Override
    public void close() {
        db.close();
        reading.close();
        end.close();
        unsynced.close();
        options.close();
        filter.close();
        cache.close();
    }
}
