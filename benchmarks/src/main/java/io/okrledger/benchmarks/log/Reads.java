package io.okrledger.benchmarks.log;

import static io.okrledger.benchmarks.log.CheckIns.STREAM_LENGTH;

import io.okrledger.benchmarks.measure.Comparison;
import io.okrledger.log.eventstore.MongoEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/**
 * How many events a second are read from the start on, and how many aggregates of 200 events are loaded, by each event
 * store. The first argument is the directory to work in; a second one takes the place of the 100 K events, a third one
 * that of the seconds to warm up.
 */
public final class Reads {

    private static final int EVENTS = 100_000;
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int AT_A_TIME = 500;

    private final Journal journal;
    private final Duration warmUp;

    private Reads(Journal journal, Duration warmUp) {
        this.journal = journal;
        this.warmUp = warmUp;
    }

    public static void main(String[] arguments) throws Exception {
        var events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EVENTS;
        var warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : WARM_UP_SECONDS;
        var reads = new Reads(Journal.of(events), Duration.ofSeconds(warmUp));
        try (var contestants = Contestants.open(Path.of(arguments[0]).resolve("read"))) {
            for (var contestant : contestants.byName().values()) {
                reads.journal.writeTo(contestant);
            }
            reads.fromTheStart(contestants);
            System.out.println();
            reads.aggregates(contestants);
        }
    }

    private void fromTheStart(Contestants contestants) throws Exception {
        var sources = new LinkedHashMap<String, Source>();
        sources.put("cursor", cursor(contestants, BsonDocument.class));
        sources.put("cursor, bytes only", cursor(contestants, RawBsonDocument.class));
        sources.putAll(engines(contestants));
        sources.put(
                "log, as processors read it",
                new ProcessorSource(MongoEventStore.over(contestants.log().storage()), journal));
        var passes = new LinkedHashMap<String, Pass>();
        sources.forEach((name, source) -> passes.put(name, new Pass(source, journal.events())));
        new Comparison<>(passes, warmUp, TIME, Duration.ZERO, (pass, threads) -> threads)
                .row("events from the start", 1, Pass::begin, (pass, random) -> pass.next(AT_A_TIME));
    }

    private void aggregates(Contestants contestants) throws Exception {
        var sources = new LinkedHashMap<String, Source>();
        sources.put("find", cursor(contestants, BsonDocument.class));
        sources.putAll(engines(contestants));
        var table = new Comparison<>(sources, warmUp, TIME, Duration.ZERO, (source, threads) -> threads);
        for (var threads : new int[] {1, 4}) {
            table.row("aggregates of " + STREAM_LENGTH + " events", threads, this::load);
        }
    }

    private int load(Source source, RandomGenerator random) {
        try (var events = source.of(journal.streamId(random.nextInt(journal.streams())))) {
            Appender.requireComplete(STREAM_LENGTH, events.mapToInt(event -> 1).sum());
        }
        return 1;
    }

    private Map<String, Source> engines(Contestants contestants) {
        var sources = new LinkedHashMap<String, Source>();
        contestants
                .byName()
                .forEach((name, contestant) -> sources.put(name, new EngineSource(contestant.engine(), journal)));
        return sources;
    }

    private static Source cursor(Contestants contestants, Class<? extends BsonDocument> as) {
        var commits = contestants.store().collection(OkrLog.COLLECTION);
        return new CursorSource<>(commits.withDocumentClass(as));
    }
}
