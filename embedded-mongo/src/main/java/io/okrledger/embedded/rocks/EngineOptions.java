package io.okrledger.embedded.rocks;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.SstPartitionerFixedPrefixFactory;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBufferManager;

/** How the engine is set up: bounded in memory and in open files, whatever the size of the data. */
final class EngineOptions implements AutoCloseable {

    private static final long CACHE_BYTES = 128L << 20;

    /** Of the sixty-four shards of a default cache none would hold a piece of more than two megabytes. */
    private static final int CACHE_SHARD_BITS = 2;

    private static final long UNWRITTEN_BYTES = 64L << 20;
    private static final long TABLE_IN_MEMORY_BYTES = 24L << 20;
    private static final long LOG_BYTES = 128L << 20;

    /** About what four tables of memory take in files: less is merged too often, and more is rewritten with each merge. */
    private static final long FIRST_LEVEL_BYTES = 48L << 20;

    private static final int BLOCK_BYTES = 8 << 10;

    /** Each holds its filter and its index in memory, at most a megabyte; most tables have a file or two of their own. */
    private static final int OPEN_FILES = 512;

    private static final int BITS_PER_KEY = 10;
    private static final double FILTER_IN_MEMORY = 0.02;

    private final List<AbstractNativeReference> owned = new ArrayList<>();
    private final Options options = own(new Options());

    EngineOptions() {
        // What is not yet in a file is held in the cache's memory, so that the cache bounds both.
        var cache = own(new LRUCache(CACHE_BYTES, CACHE_SHARD_BITS));
        options.setCreateIfMissing(true)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        // They are asked for every key and file, and the cache would be searched each time.
                        .setCacheIndexAndFilterBlocks(false)
                        .setFilterPolicy(own(new BloomFilter(BITS_PER_KEY)))
                        // Most keys that are looked for are whole: an id, or a key that must not be there yet.
                        .setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash)
                        .setBlockSize(BLOCK_BYTES))
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(FILTER_IN_MEMORY)
                .setWriteBufferManager(own(new WriteBufferManager(UNWRITTEN_BYTES, cache)))
                .setWriteBufferSize(TABLE_IN_MEMORY_BYTES)
                .setMaxTotalWalSize(LOG_BYTES)
                .setMaxOpenFiles(OPEN_FILES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true)
                .setMaxBytesForLevelBase(FIRST_LEVEL_BYTES)
                // What only grows at its end stays as it is while its neighbours are merged.
                .setSstPartitionerFactory(own(new SstPartitionerFixedPrefixFactory(Table.PREFIX)))
                .setBytesPerSync(1 << 20)
                // A record that a crash cut off at the end is no harm; one that is damaged elsewhere is, and says so.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0);
    }

    Options options() {
        return options;
    }

    <T extends AbstractNativeReference> T own(T reference) {
        owned.add(0, reference);
        return reference;
    }

    @Override
    public void close() {
        owned.stream().filter(reference -> reference != options).forEach(AbstractNativeReference::close);
        options.close();
    }
}
