package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a client is told of a document that a unique index does not take. */
final class Duplicate {

    private Duplicate() {}

    /** @param values one for each field of the index */
    static DuplicateKeyError of(Index<Key> index, List<@Nullable Object> values, MongoCollection<Key> collection) {
        var fields = index.getKeys();
        var key = IntStream.range(0, fields.size())
                .mapToObj(i -> fields.get(i).getKey() + ": " + Json.toCompactJsonValue(values.get(i)))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new DuplicateKeyError(collection, index.getName() + " dup key: " + key);
    }
}
