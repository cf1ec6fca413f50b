package io.okrledger.query.explain.numbers;

import io.okrledger.log.Commit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the log tells what a cycle lays down, as positions.
 *
 * @param pauses one for each, in the order in which they were laid down
 */
public record CycleEvents(List<Long> planned, List<Long> closed, List<Long> pauses) {

    private record Recorded(long position, String type) {}

    /** @param stream the commits of the cycle, in their order */
    public static CycleEvents of(List<Commit> stream, String cycleId, long upTo) {
        var events = stream.stream()
                .flatMap(commit -> ofCycle(commit, cycleId))
                .filter(event -> event.position() <= upTo)
                .toList();
        return new CycleEvents(
                positions(events, "cycle.planned"),
                positions(events, "cycle.closed"),
                positions(events, "cycle.check-ins-paused"));
    }

    private static Stream<Recorded> ofCycle(Commit commit, String cycleId) {
        return IntStream.range(0, commit.events().size())
                .filter(index -> commit.events().get(index).streamId().equals(cycleId))
                .mapToObj(index -> new Recorded(
                        commit.position() + index, commit.events().get(index).type()));
    }

    private static List<Long> positions(List<Recorded> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Recorded::position)
                .toList();
    }
}
