package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.okrledger.embedded.index.SortOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Puts in order what no index has in order: holds the keys of the documents, and only as many as are asked for. */
final class Sorting {

    private static final int MEMORY_EXCEEDED = 292;
    private static final long MOST_BYTES = 64L << 20;
    private static final int BYTES_BESIDE = 64;

    @SuppressWarnings("ArrayRecordComponent") // Compared by its order only.
    private record Entry(byte[] rank, byte[] key) {

        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::rank, Arrays::compareUnsigned)
                .thenComparing(Entry::key, Arrays::compareUnsigned);

        int bytes() {
            return rank.length + key.length + BYTES_BESIDE;
        }
    }

    private final SortOrder order;
    private final int most;
    private final PriorityQueue<Entry> lowest = new PriorityQueue<>(Collections.reverseOrder(Entry.ORDER));
    private long bytes;

    private Sorting(SortOrder order, int most) {
        this.order = order;
        this.most = most;
    }

    /**
     * The keys of the first documents of a scan in an order.
     *
     * @param most 0 for all of them
     * @throws MongoServerError if they are too many to be held
     */
    static List<byte[]> keys(Scan scan, SortOrder order, int most) {
        var sorting = new Sorting(order, most);
        while (scan.next()) {
            sorting.add(scan);
        }
        return sorting.keys();
    }

    private void add(Scan scan) {
        var entry = new Entry(order.keyOf(scan.document()), scan.key());
        lowest.add(entry);
        bytes += entry.bytes();
        if (most > 0 && lowest.size() > most) {
            bytes -= lowest.remove().bytes();
        }
        if (bytes > MOST_BYTES) {
            throw new MongoServerError(
                    MEMORY_EXCEEDED,
                    "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "sorting exceeds the memory limit; an index in this order needs none");
        }
    }

    private List<byte[]> keys() {
        var entries = new ArrayList<>(lowest);
        entries.sort(Entry.ORDER);
        return entries.stream().map(Entry::key).toList();
    }
}
