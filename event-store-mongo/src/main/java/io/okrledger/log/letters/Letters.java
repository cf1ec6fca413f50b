package io.okrledger.log.letters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.okrledger.log.letters.LetterDocument.CAUSE;
import static io.okrledger.log.letters.LetterDocument.CLAIM;
import static io.okrledger.log.letters.LetterDocument.DIAGNOSTICS;
import static io.okrledger.log.letters.LetterDocument.GROUP;
import static io.okrledger.log.letters.LetterDocument.ID;
import static io.okrledger.log.letters.LetterDocument.POSITION;
import static io.okrledger.log.letters.LetterDocument.SEQUENCE;
import static io.okrledger.log.letters.LetterDocument.TOUCHED;
import static io.okrledger.log.letters.LetterDocument.TRIES;
import static io.okrledger.log.letters.LetterDocument.position;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.okrledger.log.tokens.Sightings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The letters of one group as they are stored, and who is handling them. */
final class Letters {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> documents;
    private final String group;
    private final Sightings claims;

    Letters(MongoCollection<BsonDocument> documents, String group, Sightings claims) {
        this.documents = documents;
        this.group = group;
        this.claims = claims;
    }

    String group() {
        return group;
    }

    /** Changes nothing if there is a letter for the event already. */
    void insert(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        try {
            documents.insertOne(LetterDocument.of(group, sequence.toString(), letter));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    boolean contains(long position) {
        return documents.find(at(position)).first() != null;
    }

    /** Keeps what has come of another try, which is over. Returns false if there is no such letter. */
    boolean update(DeadLetter<? extends EventMessage<?>> letter) {
        var touched = combine(
                set(CAUSE, LetterDocument.cause(letter.cause().orElse(null))),
                set(DIAGNOSTICS, LetterDocument.diagnostics(letter.diagnostics())),
                set(TOUCHED, LetterDocument.instant(letter.lastTouched())),
                inc(TRIES, 1),
                unset(CLAIM));
        return documents.updateOne(at(position(letter.message())), touched).getMatchedCount() > 0;
    }

    boolean delete(long position) {
        return documents.deleteOne(at(position)).getDeletedCount() > 0;
    }

    void deleteAll() {
        documents.deleteMany(all());
    }

    long count() {
        return documents.countDocuments(all());
    }

    long count(Object sequence) {
        return documents.countDocuments(of(sequence));
    }

    Set<String> sequences() {
        return documents.distinct(SEQUENCE, all(), String.class).into(new HashSet<>());
    }

    /** The letter in front of a sequence, null if it has none. */
    @Nullable BsonDocument head(Object sequence) {
        return documents.find(of(sequence)).sort(ascending(POSITION)).first();
    }

    List<BsonDocument> sequence(Object sequence) {
        return documents.find(of(sequence)).sort(ascending(POSITION)).into(new ArrayList<>());
    }

    /** The letter as it is now, if the caller has it from now on; who has had it for too long in silence loses it. */
    Optional<BsonDocument> claim(BsonDocument letter, String caller) {
        var holder = letter.get(CLAIM, BsonNull.VALUE);
        if (!holder.isNull() && !claims.silent(letter.getString(ID).getValue(), holder)) {
            return Optional.empty();
        }
        var unchanged = and(eq(ID, letter.get(ID)), eq(CLAIM, holder));
        return Optional.ofNullable(documents.findOneAndUpdate(unchanged, set(CLAIM, caller), AFTER));
    }

    void release(BsonDocument letter) {
        documents.updateOne(eq(ID, letter.get(ID)), unset(CLAIM));
    }

    private Bson all() {
        return eq(GROUP, group);
    }

    private Bson of(Object sequence) {
        return and(all(), eq(SEQUENCE, sequence.toString()));
    }

    private Bson at(long position) {
        return eq(ID, LetterDocument.id(group, position));
    }
}
