package io.okrledger.standalone.organisation;

import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.events.EventCatalogue;
import io.okrledger.log.Commit;
import io.okrledger.log.CommitCodec;
import io.okrledger.log.EventLog;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.StreamRange;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.MetaData;

/**
 * Writes a made-up history into a log that nobody else writes to. {@link EventLog#append} stamps a commit with the time at
 * which it comes, and writes commits that come at once in whichever order; here each commit has its own instant and its
 * own place, and a thousand of them go in one insert. Hashes and documents are the log's own, so the log verifies.
 */
public final class HistoryWriter {

    private static final int GROUP = 1_000;

    private final EventSerializer serializer = new EventSerializer(new EventTypes(EventCatalogue.entries().stream()
            .map(entry -> new EventType(entry.name(), entry.type(), entry.upcasts()))
            .toList()));
    private final MongoCollection<Commit> documents;
    private final Iterator<Recorded> history;
    private final List<Commit> group = new ArrayList<>();
    private Commit last = Commit.GENESIS;
    private long position;
    private Recorded next;

    /** @param database without a log, or with an empty one */
    public HistoryWriter(MongoDatabase database, Organisation organisation) {
        new EventLog(database, Clock.systemUTC()).close();
        documents = database.getCollection(EventLog.COLLECTION, Commit.class)
                .withCodecRegistry(fromRegistries(fromCodecs(new CommitCodec()), database.getCodecRegistry()))
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        history = organisation.history();
        next = history.next();
    }

    /** Writes all that there is, and returns the position of the last event. */
    public long write() {
        return writeUpTo(Instant.MAX);
    }

    /** Goes on with what was recorded at an instant or before, and returns the position of the last event so far. */
    public long writeUpTo(Instant instant) {
        while (next != null && !next.at().isAfter(instant)) {
            last = commit(next).sealed();
            position = last.lastPosition();
            group.add(last);
            next = history.hasNext() ? history.next() : null;
            if (group.size() == GROUP) {
                flush();
            }
        }
        flush();
        return position;
    }

    /** When the newest of what was written was recorded. */
    public Instant reached() {
        return last.at();
    }

    private void flush() {
        if (!group.isEmpty()) {
            documents.insertMany(group);
            group.clear();
        }
    }

    private Commit commit(Recorded recorded) {
        var events = new ArrayList<StoredEvent>();
        for (var event : recorded.events()) {
            events.add(stored(recorded, event, recorded.sequence() + events.size()));
        }
        var range = new StreamRange(
                recorded.streamId(),
                recorded.streamType(),
                recorded.sequence(),
                recorded.sequence() + events.size() - 1);
        var key = recorded.id().toString();
        return new Commit(
                position + 1,
                events,
                recorded.at(),
                recorded.id(),
                key,
                null,
                List.of(range),
                last.hash(),
                new byte[0]);
    }

    private StoredEvent stored(Recorded recorded, Object event, long sequence) {
        var payload = serializer.serialize(event, byte[].class);
        var metaData = serializer.serialize(MetaData.from(recorded.metaData()), byte[].class);
        return new StoredEvent(
                new UUID(recorded.id().getMostSignificantBits(), sequence).toString(),
                recorded.streamId(),
                recorded.streamType(),
                sequence,
                payload.getType().getName(),
                Integer.parseInt(payload.getType().getRevision()),
                recorded.at(),
                payload.getData(),
                metaData.getData());
    }
}
