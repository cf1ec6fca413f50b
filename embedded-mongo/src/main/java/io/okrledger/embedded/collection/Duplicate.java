package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.stream.Collectors;

/** What a client is told of a document that a unique index does not take. */
final class Duplicate {

    private Duplicate() {}

    static DuplicateKeyError of(Index<Key> index, Document document, MongoCollection<Key> collection) {
        var values = index.getKeys().stream()
                .map(key -> key.getKey() + ": " + value(document, key))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new DuplicateKeyError(collection, index.getName() + " dup key: " + values);
    }

    private static String value(Document document, IndexKey key) {
        var value = Utils.getSubdocumentValueCollectionAware(document, key.getKey());
        return Json.toCompactJsonValue(value instanceof Missing ? null : value);
    }
}
