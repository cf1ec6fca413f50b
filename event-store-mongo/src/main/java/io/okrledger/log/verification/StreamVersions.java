package io.okrledger.log.verification;

import static io.okrledger.log.verification.BrokenLogException.require;

import io.okrledger.log.Commit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How far each stream goes; a commit has to go on from there. */
final class StreamVersions {

    private final boolean fromTheBeginning;
    private final Map<String, Long> nextOf = new HashMap<>();

    /** @param fromTheBeginning whether a stream that was not seen yet begins here, and not somewhere in front */
    StreamVersions(boolean fromTheBeginning) {
        this.fromTheBeginning = fromTheBeginning;
    }

    /** @throws BrokenLogException if one of its streams has a gap here, or a version twice */
    void goOn(Commit commit) {
        for (var range : commit.streams()) {
            var next = nextOf.getOrDefault(range.id(), fromTheBeginning ? 0 : range.from());
            require(range.from() == next, () -> notNext(range.id(), range.from(), next));
            nextOf.put(range.id(), next);
        }
        for (var event : commit.events()) {
            var next = nextOf.merge(event.streamId(), 1L, Long::sum) - 1;
            require(event.sequence() == next, () -> notNext(event.streamId(), event.sequence(), next));
        }
        for (var range : commit.streams()) {
            require(
                    Objects.equals(nextOf.get(range.id()), range.to() + 1),
                    () -> "The commit says that the stream %s goes to version %d, and its events say something else."
                            .formatted(range.id(), range.to()));
        }
    }

    private static String notNext(String stream, long version, long next) {
        return "The stream %s goes on with version %d, and %d is next.".formatted(stream, version, next);
    }
}
