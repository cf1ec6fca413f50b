package io.okrledger.log.verification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.okrledger.log.Events.commit;
import static io.okrledger.log.Events.event;
import static io.okrledger.log.Events.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.okrledger.log.Commit;
import io.okrledger.log.CommitCodec;
import io.okrledger.log.EventLog;
import io.okrledger.log.Events;
import io.okrledger.log.LogUnavailableException;
import io.okrledger.log.NewCommit;
import io.okrledger.log.Store;
import io.okrledger.log.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a log behind its back, the verification names the position. */
abstract class LogVerificationContract {

    private static final long LAST = 8;
    private static final long END = 10;

    private Store store;
    private EventLog log;
    private MongoCollection<BsonDocument> documents;

    abstract Store open();

    @BeforeEach
    void appendFiveCommits() {
        store = open();
        log = new EventLog(store.database(), Clock.systemUTC());
        documents = store.database().getCollection(EventLog.COLLECTION, BsonDocument.class);
        log.append(commit("a", 0, 2));
        log.append(commit("b", 0, 1));
        log.append(commit("a", 2, "key", "fingerprint"));
        log.append(new NewCommit(Stream.concat(events("a", 3, 2).stream(), events("b", 1, 1).stream())
                .toList()));
        log.append(commit("c", 0, 3));
        // They keep honest writers from some of these faults, and not whoever gets at the files.
        documents.dropIndexes();
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private Verdict verify() {
        return verifyFrom(Checkpoint.GENESIS);
    }

    /** In pages so short that each fault is once the first and once the last in one. */
    private Verdict verifyFrom(Checkpoint checkpoint) {
        var verdict = new LogVerification(store.database(), 2).runFrom(checkpoint, (position, newest) -> {});
        assertThat(new LogVerification(store.database(), 1).runFrom(checkpoint, (position, newest) -> {}))
                .isEqualTo(verdict);
        return verdict;
    }

    private void requireFault(long position, String what) {
        assertThat(verify().fault()).isEqualTo(new Verdict.Fault(position, what));
    }

    private void change(long position, Bson change) {
        assertThat(documents.updateOne(eq(position), change).getModifiedCount()).isOne();
    }

    private BsonDocument remove(long position) {
        var removed = documents.findOneAndDelete(eq(position));
        assertThat(removed).isNotNull();
        return removed;
    }

    private Commit at(long position) {
        var stored = documents.withDocumentClass(RawBsonDocument.class).find(eq(position));
        return stored.first().decode(new CommitCodec());
    }

    private static BsonDocument document(Commit commit) {
        return new RawBsonDocument(commit, new CommitCodec()).decode(new BsonDocumentCodec());
    }

    /** Changes a commit as whoever knows how hashes are made. */
    private void forge(long position, UnaryOperator<Commit> change) {
        putInPlace(position, document(change.apply(at(position)).sealed()));
    }

    /** Removed and inserted, because a document that is replaced keeps the order of its fields in some stores. */
    private void putInPlace(long position, BsonDocument document) {
        remove(position);
        documents.insertOne(document);
    }

    private void append(NewCommit commit) {
        append(END + 1, at(LAST).at(), commit);
    }

    private void append(long position, Instant at, NewCommit commit) {
        documents.insertOne(document(Events.placed(commit, position, at, at(LAST).hash())));
    }

    private static Commit withKey(Commit commit, String key) {
        return new Commit(
                commit.position(),
                commit.events(),
                commit.at(),
                commit.id(),
                key,
                commit.fingerprint(),
                commit.streams(),
                commit.prev(),
                commit.hash());
    }

    @Test
    void aSoundLogIsWhole() {
        log.append(commit("d", 0, EventLog.MAX_EVENTS));
        log.append(new NewCommit(List.of(withoutAggregate(), withoutAggregate())));

        var verdict = verify();

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.reached()).isEqualTo(Checkpoint.of(1012, at(1011).hash()));
        assertThat(verdict.commits()).isEqualTo(7);
        assertThat(verdict.events()).isEqualTo(1012);
        assertThat(new LogVerification(store.database()).run((position, newest) -> {}))
                .isEqualTo(verdict);
    }

    private static StoredEvent withoutAggregate() {
        var id = UUID.randomUUID().toString();
        var event = event(id, 0, Events.TIMESTAMP, "{}");
        return new StoredEvent(id, id, "", 0, event.type(), 1, event.timestamp(), event.payload(), event.metaData());
    }

    @Test
    void anEmptyLogIsWhole() {
        documents.drop();
        try (var empty = new EventLog(store.database(), Clock.systemUTC())) {
            assertThat(empty.head()).isZero();
            assertThat(verify()).isEqualTo(new Verdict(Checkpoint.GENESIS, Checkpoint.GENESIS, 0, null));
        }
    }

    @Test
    void namesALogThatIsGone() {
        documents.drop();

        requireFault(0, "There is no commit, not even the one that every log begins with.");
    }

    @Test
    void namesAMissingBeginning() {
        remove(0);

        requireFault(0, "The first document is not the one that every log begins with.");
    }

    @Test
    void namesAnotherBeginning() {
        forge(0, genesis -> withKey(genesis, "another"));

        requireFault(0, "The first document is not the one that every log begins with.");
    }

    @Test
    void namesAChangedByte() {
        change(4, set("ev.0.payload", new byte[] {'[', ']'}));

        var verdict = verify();

        assertThat(verdict.fault())
                .isEqualTo(new Verdict.Fault(4, "The commit at 4 holds something else than its hash says."));
        assertThat(verdict.reached()).isEqualTo(Checkpoint.of(3, at(3).hash()));
        assertThat(verdict.commits()).isEqualTo(2);
        assertThat(verdict.events()).isEqualTo(3);
    }

    @Test
    void namesAnyChangeOfAnyField() {
        var sound = documents.find(eq(4L)).first();
        var forgeries = Forgeries.of(sound);
        assertThat(forgeries).hasSizeGreaterThan(60);
        forgeries.forEach((change, forged) -> {
            putInPlace(4, forged);
            assertThat(verify().fault())
                    .as(change)
                    .isNotNull()
                    .extracting(Verdict.Fault::position)
                    .isEqualTo(4L);
        });
        putInPlace(4, sound);
        assertThat(verify().fault()).isNull();
    }

    @Test
    void namesARemovedCommit() {
        remove(3);

        requireFault(3, "The next commit does not begin here but at 4.");
    }

    @Test
    void namesTwoSwappedCommits() {
        var one = remove(3);
        var other = remove(4);
        documents.insertMany(List.of(one.append("_id", new BsonInt64(4)), other.append("_id", new BsonInt64(3))));

        requireFault(3, "The commit at 3 holds something else than its hash says.");

        forge(3, commit -> commit);
        forge(4, commit -> commit);
        requireFault(3, "The commit is not chained to the one in front of it.");
    }

    @Test
    void namesAGap() {
        append(END + 2, at(LAST).at(), commit("d", 0, 1));

        requireFault(END + 1, "The next commit does not begin here but at 12.");
    }

    @Test
    void namesACommitInsideAnother() {
        append(END, at(LAST).at(), commit("d", 0, 1));

        requireFault(END + 1, "The next commit does not begin here but at 10.");
    }

    @Test
    void namesADoubledStreamVersion() {
        append(commit("a", 4, 1));

        requireFault(END + 1, "The stream a goes on with version 4, and 5 is next.");
    }

    @Test
    void namesAGapInAStream() {
        append(commit("a", 6, 1));

        requireFault(END + 1, "The stream a goes on with version 6, and 5 is next.");
    }

    @Test
    void namesAStreamThatDoesNotBeginAtItsBeginning() {
        append(commit("d", 1, 1));

        requireFault(END + 1, "The stream d goes on with version 1, and 0 is next.");
    }

    @Test
    void namesEventsThatAreNotInTheOrderOfTheirStream() {
        forge(
                LAST,
                commit -> withEvents(
                        commit,
                        List.of(
                                commit.events().get(0),
                                commit.events().get(2),
                                commit.events().get(1))));

        requireFault(LAST, "The stream c goes on with version 2, and 1 is next.");
    }

    @Test
    void namesARangeThatIsNotThatOfTheEvents() {
        forge(LAST, commit -> withEvents(commit, commit.events().subList(0, 2)));

        requireFault(LAST, "The commit says that the stream c goes to version 2, and its events say something else.");
    }

    @Test
    void namesACommitWithoutEvents() {
        forge(LAST, commit -> withEvents(commit, List.of()));

        requireFault(LAST, "The commit holds no event.");
    }

    private static Commit withEvents(Commit commit, List<StoredEvent> events) {
        return new Commit(
                commit.position(),
                events,
                commit.at(),
                commit.id(),
                commit.key(),
                commit.fingerprint(),
                commit.streams(),
                commit.prev(),
                commit.hash());
    }

    @Test
    void namesATimeThatGoesBack() {
        append(END + 1, at(LAST).at().minusSeconds(1), commit("d", 0, 1));

        requireFault(END + 1, "The commit is older than the one in front of it.");
    }

    @Test
    void namesAWrongCount() {
        change(3, set("n", 2));

        requireFault(3, "The commit at 3 is not stored as the log writes it, which shows in its field n.");
    }

    @Test
    void namesAnAddedField() {
        change(LAST, set("note", "by hand"));

        requireFault(LAST, "The commit at 8 is not stored as the log writes it, which shows in its field note.");
    }

    @Test
    void namesADocumentThatCannotBeRead() {
        change(5, unset("streams"));

        assertThat(verify().fault()).isNotNull().satisfies(fault -> {
            assertThat(fault.position()).isEqualTo(5);
            assertThat(fault.what()).startsWith("The next document cannot be read as a commit: ");
        });
    }

    @Test
    void namesWhatIsNoCommitBehindTheLastOne() {
        documents.insertOne(new BsonDocument("_id", new BsonString("note")));

        requireFault(END + 1, "Behind the last commit lies a document with the id BsonString{value='note'}.");
    }

    @Test
    void namesWhatIsNoCommitInFrontOfTheFirstOne() {
        documents.insertOne(new BsonDocument("_id", new BsonInt64(-1)));

        assertThat(verify().fault())
                .isNotNull()
                .extracting(Verdict.Fault::position)
                .isEqualTo(0L);
    }

    @Test
    void namesAForgedCommitAtTheOneBehindIt() {
        forge(4, commit -> withKey(commit, "forged"));

        requireFault(5, "The commit is not chained to the one in front of it.");
    }

    @Test
    void onlyACheckpointTellsThatTheLastCommitIsForged() {
        var checkpoint = verify().reached();
        forge(LAST, commit -> withKey(commit, "forged"));

        assertThat(verify().fault()).isNull();
        assertThat(verify().reached()).isNotEqualTo(checkpoint);
        assertThat(verifyFrom(checkpoint).fault())
                .isEqualTo(new Verdict.Fault(
                        END,
                        "The commit has another hash than the checkpoint: it or one in front of it was rewritten."));
    }

    @Test
    void onlyACheckpointTellsThatTheEndWasCutOff() {
        var checkpoint = verify().reached();
        remove(LAST);

        assertThat(verify().fault()).isNull();
        assertThat(verifyFrom(checkpoint).fault())
                .isEqualTo(new Verdict.Fault(
                        END, "No commit ends at the checkpoint; the one that comes nearest ends at 7."));
    }

    @Test
    void goesOnFromACheckpoint() {
        var checkpoint = verify().reached();
        log.append(commit("b", 2, 1));
        log.append(commit("d", 0, 3));
        log.append(commit("b", 3, 1));
        change(4, set("ev.0.payload", new byte[] {'[', ']'}));

        var verdict = verifyFrom(Checkpoint.parse(checkpoint.toString()));

        assertThat(verdict).isEqualTo(new Verdict(checkpoint, Checkpoint.of(15, at(15).hash()), 3, null));
        assertThat(verdict.events()).isEqualTo(5);
    }

    @Test
    void holdsStreamsBehindACheckpointAgainstTheirFirstCommitThere() {
        var checkpoint = verify().reached();
        log.append(commit("b", 2, 1));
        log.append(commit("b", 4, 1));

        assertThat(verifyFrom(checkpoint).fault())
                .isEqualTo(new Verdict.Fault(12, "The stream b goes on with version 4, and 3 is next."));
    }

    @Test
    void tellsHowFarItIs() {
        var told = new ArrayList<List<Long>>();

        new LogVerification(store.database(), 2).run((position, newest) -> told.add(List.of(position, newest)));

        assertThat(told).containsExactly(List.of(1L, LAST), List.of(4L, LAST), List.of(LAST, LAST));
    }

    @Test
    void doesNotLookAtWhatIsAppendedMeanwhile() {
        var verdict = new LogVerification(store.database(), 2).run((position, newest) -> {
            if (position == 1) {
                append(commit("a", 6, 1));
            }
        });

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.reached().position()).isEqualTo(END);
    }

    @Test
    void aStoreThatIsGoneIsReportedAsSuch() {
        store.stop();

        try (var client = store.impatient()) {
            var verification = new LogVerification(client.database());
            assertThatThrownBy(() -> verification.run((position, newest) -> {}))
                    .isInstanceOf(LogUnavailableException.class);
        }
    }
}
