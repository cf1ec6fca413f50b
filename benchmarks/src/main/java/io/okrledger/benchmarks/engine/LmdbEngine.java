package io.okrledger.benchmarks.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Env;
import org.lmdbjava.GetOp;
import org.lmdbjava.Txn;

/**
 * LMDB: three trees. A transaction belongs to a thread and is durable when it is committed, so the changes wait until
 * the syncing thread takes them all into one; until then nobody sees them.
 */
final class LmdbEngine implements Engine {

    private static final long MAP_BYTES = 64L << 30;

    private final BlockingQueue<List<Document>> waiting = new LinkedBlockingQueue<>();
    private final Env<byte[]> env;
    private final Dbi<byte[]> documents;
    private final Dbi<byte[]> inStream;
    private final Dbi<byte[]> unique;

    LmdbEngine(Path directory) {
        env = Env.create(ByteArrayProxy.PROXY_BA)
                .setMapSize(MAP_BYTES)
                .setMaxDbs(3)
                .setMaxReaders(256)
                .open(directory.toFile());
        documents = env.openDbi("documents", DbiFlags.MDB_CREATE);
        inStream = env.openDbi("in-stream", DbiFlags.MDB_CREATE);
        unique = env.openDbi("unique", DbiFlags.MDB_CREATE);
    }

    @Override
    public void write(List<Document> changed) {
        waiting.add(changed);
    }

    @Override
    public void sync() {
        var changes = new ArrayList<List<Document>>();
        waiting.drainTo(changes);
        try (var transaction = env.txnWrite()) {
            for (var change : changes) {
                for (var document : change) {
                    put(transaction, documents, document.key(), document.body());
                    put(transaction, inStream, document.inStream(), document.key());
                    put(transaction, unique, document.unique(), document.key());
                }
            }
            transaction.commit();
        }
    }

    private static void put(Txn<byte[]> transaction, Dbi<byte[]> tree, byte[] key, byte[] value) {
        if (!Arrays.equals(tree.get(transaction, key), value)) {
            tree.put(transaction, key, value);
        }
    }

    @Override
    public byte @Nullable [] get(long id) {
        try (var transaction = env.txnRead()) {
            return documents.get(transaction, Document.key(id));
        }
    }

    @Override
    public int scan(long from, int most) {
        try (var transaction = env.txnRead();
                var cursor = documents.openCursor(transaction)) {
            var count = 0;
            var found = cursor.get(Document.key(from), GetOp.MDB_SET_RANGE);
            while (count < most && found && cursor.val().length > 0) {
                count++;
                found = cursor.next();
            }
            return count;
        }
    }

    @Override
    public long newest() {
        try (var transaction = env.txnRead();
                var cursor = documents.openCursor(transaction)) {
            cursor.last();
            return ByteBuffer.wrap(cursor.key()).getLong();
        }
    }

    @Override
    public boolean isIndexed(Document document) {
        try (var transaction = env.txnRead()) {
            return Arrays.equals(inStream.get(transaction, document.inStream()), document.key())
                    && Arrays.equals(unique.get(transaction, document.unique()), document.key());
        }
    }

    @Override
    public void close() {
        env.close();
    }
}
