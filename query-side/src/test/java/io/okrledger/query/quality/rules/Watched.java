package io.okrledger.query.quality.rules;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.reading;
import static io.okrledger.query.measure.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.Facts;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.quality.rules.Situation.PastCycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** An objective with three key results in a cycle that was opened in September, and the findings about it. */
abstract class Watched {

    static final Metric UP = new Metric.Reach("points", number("10"), number("20"));
    static final Metric DOWN = new Metric.Reach("h", number("4"), number("1"));
    static final String CREATED = "2026-10-01T09:00:00Z";

    ObjectiveFacts objective;

    @BeforeEach
    void createAnObjectiveWithThreeKeyResults() {
        objective = Facts.of(created(), Instant.parse(CREATED));
        IntStream.rangeClosed(1, 3).forEach(number -> on(CREATED, added(number, UP, Ambition.COMMITTED)));
    }

    void on(String at, ObjectiveEvent event) {
        objective = Facts.after(objective, event, Instant.parse(at));
    }

    static KeyResultAdded added(int number, Metric metric, Ambition ambition) {
        return new KeyResultAdded(HAPPIER, keyResult(number), "Key result", metric, ADA, 1, ambition);
    }

    static CheckInRecorded checkedIn(int keyResult, int week, String value, int confidence) {
        return new CheckInRecorded(
                HAPPIER, keyResult(keyResult), checkIn(100 * week + keyResult), week(week), reading(value, confidence));
    }

    Finding only(Rule rule, String asked) {
        var found = findings(asked, rule);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).ruleVersion()).isEqualTo(Rule.VERSION);
        return found.get(0);
    }

    List<Finding> ofFirst(String asked, Rule rule) {
        return findings(asked, rule).stream()
                .filter(finding -> keyResult(1).equals(finding.keyResultId()))
                .toList();
    }

    List<Finding> findings(String asked, Rule... rules) {
        return findings(Instant.parse(asked), rules);
    }

    List<Finding> findings(Instant asked, Rule... rules) {
        var ids = List.of(rules).stream().map(Rule::id).toList();
        return situation(asked, Map.of(), Map.of())
                .findings()
                .filter(finding -> ids.contains(finding.rule()))
                .toList();
    }

    List<Finding> teamFindings(String... meansNewestFirst) {
        var past = new ArrayList<PastCycle>();
        for (var mean : meansNewestFirst) {
            var at = Instant.parse("2026-09-01T00:00:00Z").minusSeconds(past.size() * 7_776_000L);
            past.add(new PastCycle(new CycleId(new UUID(7, past.size())), number(mean), at));
        }
        return situation(Instant.parse(CREATED), Map.of(), Map.of(SUPPORT, past))
                .findings()
                .filter(finding -> finding.rule().equals("sandbagged"))
                .toList();
    }

    Situation situation(Instant asked, Map<TeamId, Instant> retired, Map<TeamId, List<PastCycle>> graded) {
        return new Situation(Q4, Q4.calendar(), asked, List.of(objective), retired, graded);
    }
}
