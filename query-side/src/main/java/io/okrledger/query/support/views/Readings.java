package io.okrledger.query.support.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.bson.RawBsonDocument;

/**
 * What documents were read as. A scoreboard is asked for again when one of its hundreds of documents has changed, and to
 * read the others again would be most of the work. Only the same bytes are taken for the same document, so that it does not
 * matter how or by whom they were changed.
 */
final class Readings<V> {

    private static final long MOST_BYTES = 8L << 20;

    private record Reading<V>(RawBsonDocument document, V view) {

        int bytes() {
            return document.getByteBuffer().remaining();
        }

        boolean isOf(RawBsonDocument other) {
            return document.getByteBuffer().asNIO().equals(other.getByteBuffer().asNIO());
        }
    }

    private final Class<V> type;
    private final Cache<String, Reading<V>> readings = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String id, Reading<V> reading) -> reading.bytes())
            .build();

    Readings(Class<V> type) {
        this.type = type;
    }

    /** @param idField the one that holds the id of the record */
    V read(RawBsonDocument document, String idField) {
        var id = document.getString(Documents.ID).getValue();
        var known = readings.getIfPresent(id);
        if (known != null && known.isOf(document)) {
            return known.view();
        }
        var view = Documents.read(document, type, idField);
        readings.put(id, new Reading<>(document, view));
        return view;
    }
}
