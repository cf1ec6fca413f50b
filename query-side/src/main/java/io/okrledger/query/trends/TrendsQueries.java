package io.okrledger.query.trends;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.slots.Serving;
import io.okrledger.query.teams.TeamView;
import io.okrledger.query.teams.Teams;
import io.okrledger.query.trends.figures.Trend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class TrendsQueries {

    private final Objectives objectives;
    private final Teams teams;
    private final Cycles cycles;
    private final Progress progress;
    private final Serving serving;
    private final Map<Memory, KnownCycle> known = new ConcurrentHashMap<>();

    /** A cycle, as long as the same documents are read: those that were built anew may be others. */
    private record Memory(String cycleId, long handOvers) {}

    TrendsQueries(Objectives objectives, Teams teams, Cycles cycles, Progress progress, Serving serving) {
        this.objectives = objectives;
        this.teams = teams;
        this.cycles = cycles;
        this.progress = progress;
        this.serving = serving;
    }

    @QueryHandler
    Page<Trend> answer(ListTrends query) {
        var asOf = query.asOf();
        if (query.teamId() != null) {
            teams.require(query.teamId(), asOf);
        }
        var series = all(asOf)
                .filter(line -> query.teamId() == null || query.teamId().equals(line.teamId()))
                .collect(groupingBy(Trend::series, TreeMap::new, toList()));
        var asked = series.values().stream()
                .flatMap(List::stream)
                .filter(query::isOver)
                .toList();
        return query.paging()
                .pageOf(asked, Trend::place, naturalOrder())
                .map(line -> line.comparedIn(series.getOrDefault(line.series(), List.of())));
    }

    /** The lines of one team, or of the organisation, from its first cycle on, each compared with none. */
    public List<Trend> series(@Nullable TeamId teamId, AsOf asOf) {
        return all(asOf).filter(line -> Objects.equals(teamId, line.teamId())).toList();
    }

    /** The teams that were no more when the cycle is judged. */
    public Set<TeamId> retired(CycleView cycle, AsOf asOf) {
        return retired(teams.retired(asOf), cycle, asOf);
    }

    private Stream<Trend> all(AsOf asOf) {
        var retired = teams.retired(asOf);
        return cycles.begun(asOf).stream()
                .sorted(comparing(CycleView::startsOn))
                .flatMap(cycle -> lines(cycle, retired(retired, cycle, asOf), asOf).stream());
    }

    private List<Trend> lines(CycleView cycle, Set<TeamId> retired, AsOf asOf) {
        var now = asOf.instant();
        if (!asOf.isNow()) {
            return KnownCycle.nothing(cycle, retired, now)
                    .with(objectives.of(cycle.id(), null, asOf), now, asOf.position())
                    .lines();
        }
        var memory = new Memory(cycle.id(), serving.handOvers("catalogue"));
        var remembered = known.get(memory);
        // Taken after what is remembered, so that it can only be lower when the documents are built anew, and before
        // the documents are read, so that those up to it are all there.
        var reached = progress.position("catalogue");
        var before = remembered != null && remembered.holds(cycle, retired, now) && remembered.position() <= reached
                ? remembered
                : KnownCycle.nothing(cycle, retired, now);
        if (before.position() == reached) {
            return before.lines();
        }
        var after = before.with(changed(cycle, before.position()), now, reached);
        known.keySet().removeIf(old -> old.handOvers() < memory.handOvers());
        known.put(memory, after);
        return after.lines();
    }

    private List<ObjectiveFacts> changed(CycleView cycle, long since) {
        return since == 0
                ? objectives.of(cycle.id(), null, AsOf.now(Instant.EPOCH))
                : objectives.changedSince(since, cycle.id());
    }

    private static Set<TeamId> retired(List<TeamView> teams, CycleView cycle, AsOf asOf) {
        var judgedAt = cycle.judgedAt(asOf.instant());
        return teams.stream()
                .filter(team -> !Objects.requireNonNull(team.retiredAt()).isAfter(judgedAt))
                .map(team -> TeamId.from(team.id()))
                .collect(toUnmodifiableSet());
    }
}
