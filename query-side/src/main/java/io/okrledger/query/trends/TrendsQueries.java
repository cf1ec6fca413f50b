package io.okrledger.query.trends;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.http.ProblemCode;
import io.okrledger.query.http.Refusal;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import io.okrledger.query.trends.figures.Trend;
import io.okrledger.query.trends.figures.TrendsView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TrendsQueries {

    private final ViewStore<TrendsView> objectives;
    private final ViewStore<KnownTeam> teams;
    private final Cycles cycles;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, KnownCycle> known = new ConcurrentHashMap<>();

    TrendsQueries(ViewStores stores, Cycles cycles, Progress progress, Clock clock) {
        this.objectives = TrendsProjection.open(stores);
        this.teams = TrendsProjection.openTeams(stores);
        this.cycles = cycles;
        this.progress = progress;
        this.clock = clock;
    }

    @QueryHandler
    Page<Trend> answer(ListTrends query) {
        requireTeam(query.teamId());
        var retired = teams.list(gt("retiredAt", ""), ascending("retiredAt", "_id"), Integer.MAX_VALUE);
        var series = cycles.begun().stream()
                .sorted(comparing(CycleView::startsOn))
                .flatMap(cycle -> lines(cycle, retired).stream())
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

    private List<Trend> lines(CycleView cycle, List<KnownTeam> retiredTeams) {
        var now = clock.instant();
        var retired = retired(retiredTeams, cycle.judgedAt(now));
        var remembered = known.get(cycle.id());
        // Taken after what is remembered, so that it can only be lower when the documents are built anew, and before
        // the
        // documents are read, so that those up to it are all there.
        var reached = progress.position(TrendsProjection.NAME);
        var before = remembered != null && remembered.holds(cycle, retired, now) && remembered.position() <= reached
                ? remembered
                : KnownCycle.nothing(cycle, retired, now);
        if (before.position() == reached) {
            return before.lines();
        }
        var after = before.with(changed(cycle, before.position()), now, reached);
        known.put(cycle.id(), after);
        return after.lines();
    }

    private List<TrendsView> changed(CycleView cycle, long since) {
        var later = and(eq("cycleId", cycle.id()), gt("pos", since));
        return objectives.list(later, ascending("cycleId", "pos"), Integer.MAX_VALUE);
    }

    private static Set<TeamId> retired(List<KnownTeam> teams, Instant judgedAt) {
        return teams.stream()
                .filter(team -> !Objects.requireNonNull(team.retiredAt()).isAfter(judgedAt))
                .map(team -> TeamId.from(team.id()))
                .collect(toUnmodifiableSet());
    }

    private void requireTeam(@Nullable TeamId teamId) {
        if (teamId != null && teams.find(teamId.toString()).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_TEAM, teamId);
        }
    }
}
