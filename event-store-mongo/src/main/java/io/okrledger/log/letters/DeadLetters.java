package io.okrledger.log.letters;

import static com.mongodb.client.model.Filters.eq;
import static java.util.stream.Collectors.toMap;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.log.EventLog;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import io.okrledger.log.tokens.Sightings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.messaging.deadletter.Cause;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The letters of all processing groups, as an operator sees them and deals with them, on whatever node. */
public final class DeadLetters {

    static final String COLLECTION = "letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final MongoCollection<BsonDocument> letters;
    private final EventLog log;
    private final MongoEventStorageEngine events;
    private final Limits limits;
    private final Sightings claims;

    /** @param claimTimeout how long one event may take to be handled again before another caller may try it too */
    public DeadLetters(
            MongoDatabase database,
            EventLog log,
            MongoEventStorageEngine events,
            Limits limits,
            Duration claimTimeout) {
        letters = database.getCollection(COLLECTION, BsonDocument.class)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        letters.createIndex(LetterDocument.INDEX);
        this.log = log;
        this.events = events;
        this.limits = limits;
        claims = new Sightings(claimTimeout, System::nanoTime);
    }

    /** The queue of one group. */
    public MongoDeadLetters of(String group) {
        return new MongoDeadLetters(new Letters(letters, group, claims), events::eventAt, limits);
    }

    /**
     * What parks events of a processor, to be registered with it.
     *
     * @param policy the one of the processor
     */
    public Parking parking(String group, Supplier<SequencingPolicy<? super EventMessage<?>>> policy) {
        return new Parking(group, of(group), policy);
    }

    /** How many letters the groups have that have any. */
    public Map<String, Long> counts() {
        return groups().stream()
                .collect(toMap(group -> group, group -> of(group).size(), Long::sum, TreeMap::new));
    }

    /** What waits for an operator, by group; the sequences in the order in which they were tried. */
    public Map<String, List<BlockedSequence>> blocked() {
        return groups().stream().collect(toMap(group -> group, this::blocked, (one, other) -> one, TreeMap::new));
    }

    private List<String> groups() {
        return letters.distinct(LetterDocument.GROUP, String.class).into(new ArrayList<>());
    }

    private List<BlockedSequence> blocked(String group) {
        var queue = of(group);
        return queue.heads().stream().map(head -> blocked(queue, head)).toList();
    }

    private BlockedSequence blocked(MongoDeadLetters queue, BsonDocument head) {
        var position = LetterDocument.position(head);
        var event = event(position);
        return new BlockedSequence(
                LetterDocument.sequence(head),
                position,
                event.map(StoredEvent::type).orElse(""),
                event.map(StoredEvent::streamType).orElse(""),
                LetterDocument.cause(head).map(DeadLetters::told).orElse(null),
                LetterDocument.instant(head, LetterDocument.ENQUEUED),
                LetterDocument.instant(head, LetterDocument.TOUCHED),
                LetterDocument.tries(head),
                Math.max(0, queue.sequenceSize(LetterDocument.sequence(head)) - 1));
    }

    private static String told(Cause cause) {
        return cause.message().isEmpty() ? cause.type() : cause.type() + ": " + cause.message();
    }

    private Optional<StoredEvent> event(long position) {
        return log.read(position - 1, 1).stream()
                .map(commit -> commit.events().get((int) (position - commit.position())))
                .findFirst();
    }

    /**
     * Gives an event up for a group: it will not be handled, what waits behind it can be. It stays in the log.
     *
     * @return whether there was a letter
     */
    public boolean discard(String group, long position) {
        var letter = letters.find(eq(LetterDocument.ID, LetterDocument.id(group, position)))
                .first();
        if (letter == null || !of(group).evict(position)) {
            return false;
        }
        LOG.warn(
                "The event at {} ({} in {}) was discarded for {}, which had failed with {}",
                position,
                event(position).map(StoredEvent::type).orElse("unknown"),
                LetterDocument.sequence(letter),
                group,
                LetterDocument.cause(letter).map(DeadLetters::told).orElse("nothing"));
        return true;
    }

    /** For a group that begins anew: every event will come again. */
    public void forget(String group) {
        of(group).clear();
    }
}
