package io.okrledger.query.quality.rules;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.toBo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.measure.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is looked for in check-ins, people and teams: each rule at its boundary. Fridays are due at 15:00 UTC, then 16:00. */
class CheckInAndPeopleRulesTest extends Watched {

    @Test
    void whoNeverCheckedInIsStaleFromTheFirstDueMoment() {
        assertThat(findings("2026-10-02T14:59:59Z", Rule.STALE)).isEmpty();
        assertThat(findings("2026-10-02T15:00:00Z", Rule.STALE))
                .extracting(Finding::since)
                .containsOnly(Instant.parse("2026-10-02T15:00:00Z"))
                .hasSize(3);
    }

    @Test
    void aCheckInIsStaleAfterTheDaysOfThePolicy() {
        IntStream.rangeClosed(1, 3).forEach(kr -> on("2026-10-09T12:00:00Z", checkedIn(kr, 41, "15", 7)));

        assertThat(findings("2026-10-23T12:00:00Z", Rule.STALE)).isEmpty();
        assertThat(findings("2026-10-23T12:00:01Z", Rule.STALE))
                .extracting(Finding::since)
                .containsOnly(Instant.parse("2026-10-23T12:00:00Z"));
    }

    @Test
    void halfOfTheDueWeeksWithoutACheckInIsForgotten() {
        // W40 is the week of birth; due are W41 to W44, served are W41 and W42.
        on("2026-10-09T12:00:00Z", checkedIn(1, 41, "11", 7));
        on("2026-10-16T12:00:00Z", checkedIn(1, 42, "12", 7));

        assertThat(ofFirst("2026-10-30T16:00:00Z", Rule.SET_AND_FORGET)).isEmpty();
        var finding = ofFirst("2026-10-30T16:00:01Z", Rule.SET_AND_FORGET);
        assertThat(finding).extracting(Finding::since).containsExactly(Instant.parse("2026-10-30T16:00:00Z"));
        assertThat(finding.get(0).evidence()).isEqualTo(Map.of("due", 4, "unserved", 2));

        on("2026-10-30T17:00:00Z", checkedIn(1, 44, "12", 7));
        assertThat(ofFirst("2026-10-30T18:00:00Z", Rule.SET_AND_FORGET)).isEmpty();
    }

    @Test
    void aFallOfThreeFromOneWeekToTheNextIsADrop() {
        on("2026-10-09T12:00:00Z", checkedIn(1, 41, "11", 8));
        on("2026-10-16T12:00:00Z", checkedIn(1, 42, "11", 6));
        assertThat(findings("2026-10-17T12:00:00Z", Rule.CONFIDENCE_DROP)).isEmpty();

        on("2026-10-23T12:00:00Z", checkedIn(1, 43, "11", 3));
        assertThat(only(Rule.CONFIDENCE_DROP, "2026-10-24T12:00:00Z").since()).isEqualTo("2026-10-23T12:00:00Z");

        on("2026-11-06T12:00:00Z", checkedIn(1, 45, "11", 0));
        assertThat(findings("2026-11-07T12:00:00Z", Rule.CONFIDENCE_DROP)).isEmpty();
    }

    @Test
    void aStretchInFullBeforeHalfTimeIsSandbagged() {
        on("2026-10-02T09:00:00Z", added(4, UP, Ambition.ASPIRATIONAL));
        on("2026-10-02T09:00:00Z", added(5, UP, Ambition.ASPIRATIONAL));
        on("2026-11-13T12:00:00Z", checkedIn(4, 46, "20", 7));
        on("2026-11-13T12:00:00Z", checkedIn(1, 46, "20", 7));
        on("2026-11-20T12:00:00Z", checkedIn(5, 47, "20", 7));

        var finding = only(Rule.SANDBAGGED, "2026-12-01T12:00:00Z");
        assertThat(finding.keyResultId()).isEqualTo(keyResult(4));
        assertThat(finding.since()).isEqualTo("2026-11-13T12:00:00Z");

        on("2026-12-01T13:00:00Z", adjusted(keyResult(4), UP, new Metric.Reach("points", number("10"), number("30"))));
        assertThat(findings("2026-12-01T14:00:00Z", Rule.SANDBAGGED)).isEmpty();
    }

    @Test
    void whatIsToBeKeptIsNeverReachedTooSoon() {
        on("2026-10-02T09:00:00Z", added(4, new Metric.KeepAtLeast("%", number("9")), Ambition.ASPIRATIONAL));
        on("2026-10-09T12:00:00Z", checkedIn(4, 41, "9", 7));

        assertThat(findings("2026-10-10T12:00:00Z", Rule.SANDBAGGED)).isEmpty();
    }

    @Test
    void aTeamIsSandbaggingAboveZeroPointNineFiveInBothOfItsLastCycles() {
        assertThat(teamFindings("0.96", "0.9501", "0.1"))
                .extracting(Finding::teamId, Finding::since)
                .containsExactly(tuple(SUPPORT, Instant.parse("2026-09-01T00:00:00Z")));
        assertThat(teamFindings("0.96", "0.95")).isEmpty();
        assertThat(teamFindings("0.94", "0.99")).isEmpty();
        assertThat(teamFindings("1")).isEmpty();
    }

    @Test
    void anEighthKeyResultOverloadsItsOwner() {
        IntStream.rangeClosed(4, 7).forEach(kr -> on("2026-10-02T09:00:00Z", added(kr, UP, Ambition.COMMITTED)));
        assertThat(findings("2026-10-06T09:00:00Z", Rule.OWNER_OVERLOADED)).isEmpty();

        on("2026-10-03T09:00:00Z", added(8, UP, Ambition.COMMITTED));
        var finding = only(Rule.OWNER_OVERLOADED, "2026-10-06T09:00:00Z");
        assertThat(finding.ownerId()).isEqualTo(ADA);
        assertThat(finding.objectiveId()).isNull();
        assertThat(finding.since()).isEqualTo("2026-10-03T09:00:00Z");

        on("2026-10-04T09:00:00Z", toBo(keyResult(8)));
        assertThat(findings("2026-10-06T09:00:00Z", Rule.OWNER_OVERLOADED)).isEmpty();
    }

    @Test
    void theOwnersOfARetiredTeamAreFoundSinceItsRetirement() {
        var retired = Instant.parse("2026-10-20T09:00:00Z");
        var finding = situation(retired, Map.of(SUPPORT, retired), Map.of())
                .findings()
                .filter(each -> each.rule().equals("owner-unassigned-person"))
                .toList();

        assertThat(finding).extracting(Finding::since).containsExactly(retired);
        assertThat(finding.get(0).evidence()).containsEntry("owners", List.of("ada"));
    }

    @Test
    void aClosedCycleIsJudgedAsItWasAtItsCloseAndAnOpenOneAsAtItsEnd() {
        var now = Instant.parse("2027-06-01T00:00:00Z");

        assertThat(Situation.judgedAt(Story.closed("2026-12-20T09:00:00Z"), now))
                .isEqualTo("2026-12-20T09:00:00Z");
        assertThat(Situation.judgedAt(Q4, now)).isEqualTo("2026-12-31T23:00:00Z");
    }
}
