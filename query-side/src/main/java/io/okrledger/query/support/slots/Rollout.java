package io.okrledger.query.support.slots;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which slot of a model serves, and what becomes of the other one. Each step gives what follows from it, or nothing where
 * it is out of place.
 *
 * @param version the version that serves; the first one is 1, and each rebuild makes the next
 * @param other the version in the other slot; null while that one is empty
 * @param newest the highest version that was ever begun
 * @param since when this state began
 * @param revision how many steps there have been
 */
public record Rollout(
        String model,
        State state,
        Slot serving,
        long version,
        @Nullable Long other,
        long newest,
        Instant since,
        long revision) {

    public enum State {
        /** There is one slot, and the other one is empty. */
        SERVING,
        /** The other slot is made sure to be empty, for a new version. */
        EMPTYING,
        /** The new version reads the log from its beginning. */
        BUILDING,
        /** The new version follows the log as the one that serves does, and takes its place once it has caught up. */
        CATCHING_UP,
        /** The new version serves; the old one is kept up to date until somebody decides. */
        REBUILT,
        /** What does not serve is thrown away. */
        DROPPING
    }

    /** What every model begins with. */
    public static Rollout first(String model) {
        return new Rollout(model, State.SERVING, Slot.BLUE, 1, null, 1, Instant.EPOCH, 0);
    }

    /** Whether both slots follow the log. */
    public boolean keepsBoth() {
        return state == State.CATCHING_UP || state == State.REBUILT;
    }

    /** Whether a new version is on its way. */
    public boolean isBuilding() {
        return state == State.EMPTYING || state == State.BUILDING || state == State.CATCHING_UP;
    }

    public Optional<Rollout> rebuild(Instant at) {
        return state == State.SERVING
                ? Optional.of(
                        new Rollout(model, State.EMPTYING, serving, version, newest + 1, newest + 1, at, revision + 1))
                : Optional.empty();
    }

    public Optional<Rollout> cancel(Instant at) {
        return isBuilding() ? Optional.of(to(State.DROPPING, at)) : Optional.empty();
    }

    public Optional<Rollout> confirm(Instant at) {
        return state == State.REBUILT ? Optional.of(to(State.DROPPING, at)) : Optional.empty();
    }

    public Optional<Rollout> rollBack(Instant at) {
        return state == State.REBUILT ? Optional.of(flipped(State.DROPPING, at)) : Optional.empty();
    }

    /** The other slot is empty. */
    public Optional<Rollout> emptied(Instant at) {
        if (state == State.EMPTYING) {
            return Optional.of(to(State.BUILDING, at));
        }
        return state == State.DROPPING
                ? Optional.of(new Rollout(model, State.SERVING, serving, version, null, newest, at, revision + 1))
                : Optional.empty();
    }

    /** The new version has read what there was of the log. */
    public Optional<Rollout> built(Instant at) {
        return state == State.BUILDING ? Optional.of(to(State.CATCHING_UP, at)) : Optional.empty();
    }

    /** The new version is where the old one is. */
    public Optional<Rollout> caughtUp(Instant at) {
        return state == State.CATCHING_UP ? Optional.of(flipped(State.REBUILT, at)) : Optional.empty();
    }

    private Rollout to(State next, Instant at) {
        return new Rollout(model, next, serving, version, other, newest, at, revision + 1);
    }

    private Rollout flipped(State next, Instant at) {
        return new Rollout(
                model, next, serving.other(), other == null ? version : other, version, newest, at, revision + 1);
    }
}
