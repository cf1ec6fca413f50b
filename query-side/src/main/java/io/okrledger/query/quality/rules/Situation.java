package io.okrledger.query.quality.rules;

import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cycle as seen at an instant.
 *
 * @param objectives those of the cycle that are not abandoned
 * @param retiredAt when teams were retired; a team that is not in it is active
 * @param graded what teams reached in cycles graded before that instant, newest first
 */
public record Situation(
        CycleView cycle,
        CycleCalendar calendar,
        Instant asked,
        List<ObjectiveFacts> objectives,
        Map<TeamId, Instant> retiredAt,
        Map<TeamId, List<PastCycle>> graded) {

    /**
     * What a team reached in a cycle.
     *
     * @param mean of its objectives' grades
     * @param gradedAt when the last of them was graded
     */
    public record PastCycle(CycleId cycleId, BigDecimal mean, Instant gradedAt) {}

    /** After its end, or when it has been closed, a cycle is judged as it was then. */
    public static Instant judgedAt(CycleView cycle, Instant now) {
        var judged = cycle.judgedAt(now);
        var end = cycle.calendar().endsAt();
        return judged.isBefore(end) ? judged : end;
    }

    public Stream<Finding> findings() {
        var each = objectives.stream()
                .flatMap(objective -> Stream.concat(
                        ObjectiveRules.findings(objective, this),
                        objective.counting().stream().flatMap(keyResult -> findings(objective, keyResult))));
        return Stream.concat(PeopleRules.findings(this), each);
    }

    /** Whether it is about the team, or about somebody who owns something of it. */
    public boolean concerns(Finding finding, TeamId team) {
        var owner = finding.ownerId();
        return team.equals(finding.teamId()) || (finding.teamId() == null && owner != null && owns(owner, team));
    }

    private Stream<Finding> findings(ObjectiveFacts objective, KnownKeyResult keyResult) {
        return Stream.of(
                        KeyResultRules.findings(objective, keyResult),
                        ReviewRules.findings(objective, keyResult, this),
                        ReadingRules.findings(objective, keyResult, this))
                .flatMap(found -> found);
    }

    private boolean owns(PersonId person, TeamId team) {
        return objectives.stream()
                .filter(objective -> objective.known().teamId().equals(team))
                .flatMap(objective -> objective.counting().stream())
                .anyMatch(keyResult -> keyResult.ownerId().equals(person));
    }
}
