package io.okrledger.embedded.crash;

import java.util.List;
import org.bson.Document;

/** What a writer's commands are done to: the store, or a map that shows what the store has to hold. */
interface Target {

    /** Where a document belongs; each writer has documents of its own in both. */
    enum Place {
        /** A collection that all writers write to. */
        SHARED,
        /** A collection that one writer has to itself, whose indexes come and go with it. */
        OWN
    }

    void insert(Place place, List<Document> documents);

    /** Changes nothing when there is no document of this id. */
    void replace(Place place, Document document);

    void upsert(Place place, List<Document> documents);

    /** Counts the versions of the documents in this range of ids up. */
    void age(Place place, long from, long to);

    void delete(Place place, long from, long to);

    void createIndex(String field, boolean unique);

    void dropIndexes();

    void dropCollection();
}
