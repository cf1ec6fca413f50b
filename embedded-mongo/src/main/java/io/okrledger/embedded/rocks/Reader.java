package io.okrledger.embedded.rocks;

import org.jspecify.annotations.Nullable;

/** What a command can read: the tables as they were when it began, and what it has changed itself since. */
public interface Reader {

    byte @Nullable [] get(Table table, byte[] key);

    /** How many entries the table has, as told by those who changed it. */
    long count(Table table);

    /**
     * The entries of a table from one key up to another in the order of their bytes, or backwards. It holds native
     * memory until it is closed, at the latest with its reader.
     *
     * @param from inclusive
     * @param to exclusive; null for the end of the table
     */
    Walk walk(Table table, byte[] from, byte @Nullable [] to, boolean backwards);
}
