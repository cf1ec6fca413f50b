package io.okrledger.benchmarks.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** H2's MVStore: three maps; a change is whole because no commit happens within it, a sync is a commit. */
final class MvStoreEngine implements Engine {

    private static final int COMMITS_BETWEEN_COMPACTIONS = 64;
    private static final int LIVE_PERCENT = 50;
    private static final int BYTES_TO_MOVE = 4 << 20;

    private final MVStore store;
    private final MVMap<byte[], byte[]> documents;
    private final MVMap<byte[], byte[]> inStream;
    private final MVMap<byte[], byte[]> unique;
    private int commits;

    MvStoreEngine(Path directory) {
        store = new MVStore.Builder()
                .fileName(directory.resolve("store.mv").toString())
                .cacheSize(64)
                .pageSplitSize(4096)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        documents = map("documents");
        inStream = map("in-stream");
        unique = map("unique");
    }

    private MVMap<byte[], byte[]> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    @Override
    public synchronized void write(List<Document> changed) {
        for (var document : changed) {
            put(documents, document.key(), document.body());
            put(inStream, document.inStream(), document.key());
            put(unique, document.unique(), document.key());
        }
    }

    private static void put(MVMap<byte[], byte[]> map, byte[] key, byte[] value) {
        if (!Arrays.equals(map.get(key), value)) {
            map.put(key, value);
        }
    }

    @Override
    public void sync() {
        commit();
        store.sync();
    }

    private synchronized void commit() {
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(LIVE_PERCENT, BYTES_TO_MOVE);
        }
        store.commit();
    }

    @Override
    public byte @Nullable [] get(long id) {
        return documents.get(Document.key(id));
    }

    @Override
    public int scan(long from, int most) {
        var cursor = documents.cursor(Document.key(from));
        var count = 0;
        while (count < most && cursor.hasNext()) {
            cursor.next();
            count++;
        }
        return count;
    }

    @Override
    public long newest() {
        return ByteBuffer.wrap(documents.lastKey()).getLong();
    }

    @Override
    public boolean isIndexed(Document document) {
        return Arrays.equals(inStream.get(document.inStream()), document.key())
                && Arrays.equals(unique.get(document.unique()), document.key());
    }

    @Override
    public void close() {
        store.close();
    }
}
