package io.okrledger.log.eventstore;

import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.log.NewCommit;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.StreamRange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.BuilderUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon sees it. The events of one unit of work are one commit. When it handles a command, the commit takes
 * its idempotency key and fingerprint from the {@linkplain CommitMetaData command's metadata}, and what was appended can
 * be asked for with {@link #committedIn}.
 *
 * <p>Snapshots are not kept: streams are short, and a snapshot that is wrong is worse than none.
 */
public final class MongoEventStorageEngine extends AbstractEventStorageEngine {

    private static final String COMMIT = MongoEventStorageEngine.class.getName() + ".commit";
    private static final String LOOKED = MongoEventStorageEngine.class.getName() + ".looked";

    private final EventLog log;
    private final SharedPages newest;
    private final Pulse pulse;

    private MongoEventStorageEngine(Builder builder) {
        super(builder);
        log = Objects.requireNonNull(builder.log);
        newest = new SharedPages(this);
        pulse = new Pulse(log, Pulse.INTERVAL);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the unit of work has appended; nothing before its commit, and nothing when it had no events. */
    public static Optional<Commit> committedIn(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(COMMIT));
    }

    EventLog log() {
        return log;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var stored =
                events.stream().map(event -> EventBytes.of(event, serializer)).toList();
        if (CurrentUnitOfWork.isStarted()) {
            append(stored, CurrentUnitOfWork.get().root());
        } else {
            log.append(new NewCommit(stored));
        }
    }

    private void append(List<StoredEvent> events, UnitOfWork<?> unitOfWork) {
        if (committedIn(unitOfWork).isPresent()) {
            throw new IllegalStateException(
                    "a unit of work is one commit: no events may be published while it commits");
        }
        var command = unitOfWork.getMessage() instanceof CommandMessage<?> message
                ? message.getMetaData()
                : MetaData.emptyInstance();
        var commit = new NewCommit(
                UUID.randomUUID(),
                (String) command.get(CommitMetaData.IDEMPOTENCY_KEY),
                (String) command.get(CommitMetaData.FINGERPRINT),
                events);
        unitOfWork.resources().put(COMMIT, log.append(commit));
    }

    @Override
    protected Stream<DomainEventData<byte[]>> readEventData(String streamId, long firstSequenceNumber) {
        return stream(streamId, firstSequenceNumber).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.streamId().equals(streamId) && event.sequence() >= firstSequenceNumber)
                .map(EventBytes::data);
    }

    /**
     * A command looks at the log once, when it first reads, and so knows all that was acknowledged before it began. What is
     * appended later to the stream that it changes, its own append finds; other streams may go on behind any look.
     */
    private List<Commit> stream(String streamId, long firstSequenceNumber) {
        var looked = CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().getMessage() instanceof CommandMessage<?>
                && CurrentUnitOfWork.get().resources().put(LOOKED, true) != null;
        return looked ? log.streamAsSeen(streamId, firstSequenceNumber) : log.stream(streamId, firstSequenceNumber);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        var position = position(token);
        var pages = new Pages(log, position);
        return Stream.generate(pages::next)
                .takeWhile(page -> !page.isEmpty())
                .flatMap(page -> EventBytes.behind(position, page));
    }

    /** The events of commits that lie behind a position; what an upcaster takes out is missing, its positions are passed over. */
    Stream<? extends TrackedEventMessage<?>> decode(long position, List<Commit> commits) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                EventBytes.behind(position, commits), getEventSerializer(), upcasterChain);
    }

    /**
     * The event at a position as a processor would be given it; nothing where none is or where an upcaster takes it out.
     * Of an event that upcasters split it is the first part.
     */
    public Optional<TrackedEventMessage<?>> eventAt(long position) {
        return decode(position - 1, log.read(position - 1, 1))
                .filter(event -> position(event.trackingToken()) == position)
                .<TrackedEventMessage<?>>map(event -> event)
                .findFirst();
    }

    /** For streams at the end of the log. */
    SharedPages newest() {
        return newest;
    }

    Pulse pulse() {
        return pulse;
    }

    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        return token.position()
                .orElseThrow(() -> new IllegalArgumentException("a token of another event store: " + token));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        return log.stream(streamId, 0).stream()
                .flatMap(commit -> commit.streams().stream())
                .filter(range -> range.id().equals(streamId))
                .map(StreamRange::to)
                .max(Long::compare);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    /** From here on follow the events that were recorded at this instant or later, whatever their own timestamps say. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(log.positionAt(dateTime.minusMillis(1)));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("snapshots are not kept");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    /** Takes the log and what {@link AbstractEventStorageEngine} takes. */
    public static final class Builder extends AbstractEventStorageEngine.Builder {

        private @Nullable EventLog log;

        private Builder() {}

        public Builder log(EventLog log) {
            this.log = log;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            // Never used, but without one the superclass insists on XStream.
            super.snapshotSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        protected void validate() {
            BuilderUtils.assertNonNull(log, "the log is missing");
            super.validate();
        }

        public MongoEventStorageEngine build() {
            return new MongoEventStorageEngine(this);
        }
    }
}
