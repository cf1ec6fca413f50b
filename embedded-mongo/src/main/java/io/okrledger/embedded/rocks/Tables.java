package io.okrledger.embedded.rocks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Which tables there are: the entries of table 0. A table is stored there in front of its first entry, so a crash leaves
 * a table without entries at worst, and never entries that a later table of the same number would be given.
 */
public final class Tables {

    private static final Table CATALOG = Table.range(0);
    private static final byte NAME = 'n';
    private static final byte COUNT = 'c';
    private static final byte[] NEXT = {'+'};

    private final RocksDB db;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private int next = 1;

    Tables(RocksDB db) {
        this.db = db;
        try (var stored = new View(db)) {
            load(stored);
            removeRemains(stored);
        }
    }

    private void load(View stored) {
        var largest = stored.get(CATALOG, NEXT);
        next = largest == null ? 1 : ByteBuffer.wrap(largest).getInt();
        var names = stored.walk(CATALOG, new byte[] {NAME}, new byte[] {NAME + 1}, false);
        while (names.next()) {
            var number = ByteBuffer.wrap(names.key(), 1, Integer.BYTES).getInt();
            var name = new String(names.value(), StandardCharsets.UTF_8);
            var table = new Table(name, number, true, count(stored, number), last(stored, number));
            // Of two with one name the second was to take the place of the first in a change that was never written.
            tables.putIfAbsent(name, table);
        }
    }

    private static byte[] last(View stored, int number) {
        var range = Table.range(number);
        var backwards = stored.walk(range, new byte[0], null, true);
        return backwards.next() ? range.key(backwards.key()) : range.start();
    }

    static long count(Reader stored, Table table) {
        return count(stored, table.number());
    }

    private static long count(Reader stored, int table) {
        var count = stored.get(CATALOG, entry(COUNT, table));
        return count == null ? 0 : ByteBuffer.wrap(count).getLong();
    }

    /** A process that dies between dropping a table and removing its entries leaves them behind. */
    private void removeRemains(View stored) {
        var expected = 1;
        for (var table : inOrder()) {
            removeBetween(stored, expected, table.number());
            expected = table.number() + 1;
        }
        removeBetween(stored, expected, next);
    }

    private Iterable<Table> inOrder() {
        return tables.values().stream()
                .sorted(Comparator.comparing(Table::number))
                .toList();
    }

    private void removeBetween(View stored, int first, int end) {
        for (var number = first; number < end; number++) {
            var table = Table.range(number);
            if (stored.walk(table, new byte[0], null, false).next()) {
                removeEntries(table);
            }
        }
    }

    /** The table of this name; when there is none, one that is stored with its first entry. */
    public synchronized Table open(String name) {
        return tables.computeIfAbsent(name, unknown -> Table.empty(unknown, next++))
                .opened();
    }

    /** What was stored and not opened since: of work that was never finished. */
    public List<Table> unopened() {
        return tables.values().stream().filter(table -> !table.isOpened()).toList();
    }

    /** The names of the tables that have had an entry. */
    public Set<String> names() {
        return tables.values().stream()
                .filter(Table::isStored)
                .map(Table::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void store(Table table) {
        if (table.isStored()) {
            return;
        }
        try (var batch = new WriteBatch();
                var options = new WriteOptions()) {
            batch.put(CATALOG.key(entry(NAME, table.number())), table.name().getBytes(StandardCharsets.UTF_8));
            batch.put(
                    CATALOG.key(NEXT),
                    ByteBuffer.allocate(Integer.BYTES).putInt(next).array());
            db.write(options, batch);
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
        table.markStored();
    }

    /** From now on the name stands for another table. */
    void forget(Table table) {
        tables.remove(table.name(), table);
    }

    void removeEntries(Table table) {
        try {
            db.deleteRange(table.start(), table.end());
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    static byte[] nameKey(Table table) {
        return CATALOG.key(entry(NAME, table.number()));
    }

    static byte[] countKey(Table table) {
        return CATALOG.key(entry(COUNT, table.number()));
    }

    static byte[] countValue(long count) {
        return ByteBuffer.allocate(Long.BYTES).putLong(count).array();
    }

    private static byte[] entry(byte kind, int number) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put(kind).putInt(number).array();
    }
}
