package io.okrledger.query.support.views;

import com.mongodb.client.MongoCollection;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a store are in one slot.
 *
 * @param former what they were before; null in a store that does not look back
 */
record Shelf(
        MongoCollection<RawBsonDocument> current, @Nullable Versions former) {}
