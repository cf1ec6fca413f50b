package io.okrledger.log.handover;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Who writes for all, in one document. It is not worth a journal: if it is lost with a server, somebody else takes it. */
final class WriterPlace {

    static final String COLLECTION = "turns";

    private static final String ID = "_id";
    private static final String WRITER = "writer";
    private static final String PROCESS = "process";
    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String SECRET = "secret";

    /**
     * @param process another one after each start
     * @param secret known to whoever may read this document
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Holder(String process, Address address, byte[] secret) {}

    private final MongoCollection<Document> documents;

    WriterPlace(MongoDatabase database) {
        documents = database.getCollection(COLLECTION)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.LOCAL)
                .withWriteConcern(WriteConcern.W1.withJournal(false));
    }

    Optional<Holder> holder() {
        return Optional.ofNullable(documents.find(eq(ID, WRITER)).first())
                .map(it -> new Holder(
                        it.getString(PROCESS),
                        new Address(it.getString(HOST), it.getInteger(PORT)),
                        it.get(SECRET, Binary.class).getData()));
    }

    /** Takes the place, unless it is no longer held as it was seen. */
    void take(Optional<Holder> seen, Holder holder) {
        var document = new Document(PROCESS, holder.process())
                .append(HOST, holder.address().host())
                .append(PORT, holder.address().port())
                .append(SECRET, new Binary(holder.secret()));
        try {
            documents.replaceOne(
                    seen.map(it -> and(eq(ID, WRITER), eq(PROCESS, it.process())))
                            .orElse(eq(ID, WRITER)),
                    document,
                    new ReplaceOptions().upsert(seen.isEmpty()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e; // Otherwise another process was first.
            }
        }
    }
}
