package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.okrledger.log.tokens.TokenDocument.BEAT;
import static io.okrledger.log.tokens.TokenDocument.ID;
import static io.okrledger.log.tokens.TokenDocument.OWNER;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which segments this node works on. A claim is the node's name in the document of a segment; it shows with every write
 * there that it is alive, and whoever has seen no such sign for the timeout takes the claim over.
 */
final class Claims {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final String node = UUID.randomUUID().toString();
    private final MongoCollection<BsonDocument> tokens;
    private final Sightings owners;

    Claims(MongoCollection<BsonDocument> tokens, Sightings owners) {
        this.tokens = tokens;
        this.owners = owners;
    }

    /** Frees all segments, whoever has them. */
    static void releaseAll(MongoCollection<?> tokens) {
        tokens.updateMany(exists(OWNER), withBeat(unset(OWNER)));
    }

    /** The document of a segment that is claimed from now on; null if another node has it, or if there is none. */
    @Nullable BsonDocument claim(String id) {
        var claimed = claim(and(eq(ID, id), in(OWNER, node, null)));
        return claimed == null ? takeOver(id) : claimed;
    }

    /** Succeeds only if the claim still is the one that has been silent all the time. */
    private @Nullable BsonDocument takeOver(String id) {
        var document = tokens.find(eq(ID, id)).first();
        if (document == null || !isSilent(document)) {
            return null;
        }
        return claim(and(eq(ID, id), eq(OWNER, document.get(OWNER)), eq(BEAT, document.get(BEAT))));
    }

    private @Nullable BsonDocument claim(Bson filter) {
        return tokens.findOneAndUpdate(filter, withBeat(set(OWNER, node)), AFTER);
    }

    boolean isAvailable(BsonDocument document) {
        var owner = document.get(OWNER);
        return owner == null || owner.isNull() || owner.asString().getValue().equals(node) || isSilent(document);
    }

    private boolean isSilent(BsonDocument document) {
        return owners.silent(document.getString(ID).getValue(), TokenDocument.claim(document));
    }

    /**
     * Changes the document of a segment that is still claimed. Without any change it is a sign of life, as all are.
     *
     * @return whether it is claimed
     */
    boolean update(String id, Bson... changes) {
        // Not how many were modified: a server may find that there was nothing to be modified.
        return tokens.updateOne(held(id), withBeat(changes)).getMatchedCount() > 0;
    }

    void release(String id) {
        update(id, unset(OWNER));
    }

    boolean delete(String id) {
        return tokens.deleteOne(held(id)).getDeletedCount() > 0;
    }

    private static Bson withBeat(Bson... changes) {
        return combine(combine(changes), inc(BEAT, 1L));
    }

    private Bson held(String id) {
        return and(eq(ID, id), held());
    }

    /** Whatever this node has claimed and not lost. */
    Bson held() {
        return eq(OWNER, node);
    }
}
