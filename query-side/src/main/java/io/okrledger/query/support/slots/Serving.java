package io.okrledger.query.support.slots;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From which slot this node answers for each model.
 *
 * <p>An answer tells a position first and reads documents after that, so a position once told must hold for whatever is
 * read then, from either slot. Therefore a model is handed over in two steps: from the first on, only what both slots have
 * reached is told; the second, to read the other slot, comes when that one has reached all that was told before.
 */
@Component
public final class Serving {

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** @param handOvers how many times another slot was taken on this node */
    private record Alias(Slot slot, boolean handingOver, long handOvers) {}

    private static final Alias FIRST = new Alias(Slot.BLUE, false, 0);

    /** What the question that this thread works on has begun to read. */
    private static final ThreadLocal<@Nullable Map<String, Alias>> HELD = new ThreadLocal<>();

    private final Map<String, Alias> aliases = new ConcurrentHashMap<>();
    private final Map<String, LongAccumulator> told = new ConcurrentHashMap<>();

    /** The slot to be read. */
    public Slot slot(String model) {
        return toBeRead(model).slot();
    }

    /** How many times this node has taken another slot: what is remembered of the documents holds as long as this does. */
    public long handOvers(String model) {
        return toBeRead(model).handOvers();
    }

    private Alias toBeRead(String model) {
        var begun = HELD.get();
        return begun == null ? alias(model) : begun.computeIfAbsent(model, this::alias);
    }

    /** Lets a question that reads several kinds of documents, one after the other, read each model in one slot. */
    public <R> R steadily(Supplier<R> reading) {
        if (HELD.get() != null) {
            return reading.get();
        }
        HELD.set(new HashMap<>());
        try {
            return reading.get();
        } finally {
            HELD.remove();
        }
    }

    /** Says which slot to begin with, before anything was told. */
    public void begin(String model, Slot slot) {
        aliases.put(model, new Alias(slot, false, 0));
    }

    /**
     * The position that may be told of a model.
     *
     * @param positions how far a processor is
     */
    public long position(String model, ToLongFunction<String> positions) {
        var begun = HELD.get();
        if (begun != null && begun.containsKey(model)) {
            return positions.applyAsLong(slot(model).of(model));
        }
        while (true) {
            var alias = alias(model);
            var position = positions.applyAsLong(alias.slot().of(model));
            if (alias.handingOver()) {
                position = Math.min(
                        position, positions.applyAsLong(alias.slot().other().of(model)));
            }
            told(model).accumulate(position);
            // Who hands over has seen it by now, or is seen here; then this might be more than is in the other slot.
            if (alias(model).equals(alias)) {
                return position;
            }
        }
    }

    /**
     * Reads a slot from now on, unless its processor is too far behind.
     *
     * @param patience how long to wait for it
     * @return whether that slot is read
     */
    public boolean handOver(String model, Slot to, ToLongFunction<String> positions, Duration patience) {
        if (alias(model).slot() == to) {
            return true;
        }
        var from = alias(model);
        var end = System.nanoTime() + patience.toNanos();
        aliases.put(model, new Alias(from.slot(), true, from.handOvers()));
        var next = from;
        try {
            var all = Math.max(
                    told(model).get(), positions.applyAsLong(from.slot().of(model)));
            while (positions.applyAsLong(to.of(model)) < all) {
                if (System.nanoTime() > end) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            next = new Alias(to, false, from.handOvers() + 1);
            return true;
        } finally {
            aliases.put(model, next);
        }
    }

    private LongAccumulator told(String model) {
        return told.computeIfAbsent(model, first -> new LongAccumulator(Math::max, 0));
    }

    private Alias alias(String model) {
        return aliases.getOrDefault(model, FIRST);
    }
}
