package io.okrledger.standalone.organisation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;

/**
 * Time, chance, and the book in which everything is written. Time goes from one thing that somebody is going to do to the
 * next, as far as the book is read.
 */
final class World implements Iterator<Recorded> {

    private record Step(Instant at, long number, Runnable work) {}

    private final Chances chances;
    private final Queue<Step> agenda =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private final Queue<Recorded> book = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private long steps;

    World(long seed) {
        chances = new Chances(seed);
    }

    Chances chances() {
        return chances;
    }

    Instant now() {
        return now;
    }

    /** To be done at an instant, or at once if that has passed. */
    void at(Instant instant, Runnable work) {
        agenda.add(new Step(instant.isBefore(now) ? now : instant, steps++, work));
    }

    <T> T newId(Function<UUID, T> type) {
        return type.apply(chances.id(now));
    }

    /** Somebody changes something. */
    void write(Object actor, String command, Written stream, Object... events) {
        write(new HashMap<>(), actor, command, stream, List.of(events));
    }

    /** Somebody makes something, with an id of its own. */
    void make(Object actor, String command, Written stream, Object made, List<Object> events) {
        write(new HashMap<>(Map.of("created", made.toString())), actor, command, stream, events);
    }

    private void write(
            Map<String, String> metaData, Object actor, String command, Written stream, List<Object> events) {
        metaData.put("actor", actor.toString());
        metaData.put("command", command);
        metaData.put("correlationId", chances.messageId().toString());
        metaData.put("causationId", chances.messageId().toString());
        book.add(new Recorded(
                now, chances.messageId(), stream.type(), stream.id(), stream.take(events.size()), events, metaData));
    }

    @Override
    public boolean hasNext() {
        while (book.isEmpty() && !agenda.isEmpty()) {
            var step = agenda.remove();
            now = step.at();
            step.work().run();
        }
        return !book.isEmpty();
    }

    @Override
    public Recorded next() {
        hasNext();
        return book.remove();
    }
}
