package io.okrledger.benchmarks.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the embedded store needs of an engine. */
interface Engine extends AutoCloseable {

    /**
     * Puts documents and their index entries in one change, after it has looked for each key, as uniqueness requires.
     * The change is whole and durable after the next {@link #sync()}, which another thread calls.
     */
    void write(List<Document> documents) throws Exception;

    /** Makes durable what was written before; one thread calls it. */
    void sync() throws Exception;

    byte @Nullable [] get(long id) throws Exception;

    /** Reads documents in the order of their ids, from an id on, and returns how many there were. */
    int scan(long from, int most) throws Exception;

    /** The greatest id. */
    long newest() throws Exception;

    /** Whether both indexes lead to the document. */
    boolean isIndexed(Document document) throws Exception;

    @Override
    void close();
}
