package io.okrledger.query.scoreboard;

import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.closed;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.scoring.Band;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Pace;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.Facts;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObjectiveStandingTest {

    private static final Metric TO_TEN = new Metric.Reach("", number("0"), number("10"));

    private static final Instant ADDED = Instant.parse("2026-10-01T09:00:00Z");
    private static final Instant CHECKED = Instant.parse("2026-10-09T14:00:00Z");

    @Test
    void weighsItsKeyResults() {
        var standing = standing(
                view(
                        added(NPS, TO_TEN, 1),
                        added(RESPONSE, TO_TEN, 3),
                        checkedIn(NPS, 41, "10"),
                        checkedIn(RESPONSE, 41, "2")),
                "2026-10-10T12:00:00Z");
        assertThat(standing.score()).isEqualTo(number("0.4"));
        assertThat(standing.measured()).isEqualTo("2/2");
        assertThat(standing.band()).isEqualTo(Band.YELLOW);
    }

    @Test
    void hasNoScoreWithoutAKeyResult() {
        var standing = standing(view(), "2026-10-10T12:00:00Z");
        assertThat(standing.score()).isNull();
        assertThat(standing.expected()).isNull();
        assertThat(standing.band()).isNull();
        assertThat(standing.pace()).isNull();
        assertThat(standing.measured()).isEqualTo("0/0");
    }

    @Test
    void showsNoDataInNoColour() {
        var standing = standing(view(added(NPS, NPS_32_TO_50)), "2026-10-10T12:00:00Z");
        assertThat(standing.score()).isEqualTo(number("0"));
        assertThat(standing.band()).isNull();
        assertThat(standing.measured()).isEqualTo("0/1");
        assertThat(standing.keyResults().get(0).band()).isNull();
        assertThat(standing.keyResults().get(0).value()).isNull();
    }

    @Test
    void isPendingBeforeTheFirstDueMomentAndStaleAfterTwoSilentWeeks() {
        var view = view(added(NPS, NPS_32_TO_50));
        assertThat(standing(view, "2026-10-02T14:59:59Z").pace()).isEqualTo(Pace.PENDING);
        assertThat(standing(view, "2026-10-02T15:00:00Z").pace()).isEqualTo(Pace.STALE);
        var checked = view(added(NPS, NPS_32_TO_50), checkedIn(NPS, 41, "50"));
        assertThat(standing(checked, "2026-10-23T14:00:00Z").pace()).isEqualTo(Pace.ON_TRACK);
        assertThat(standing(checked, "2026-10-23T14:00:01Z").pace()).isEqualTo(Pace.STALE);
    }

    @Test
    void isStaleAsSoonAsOneOfItsKeyResultsIsSilent() {
        var standing = standing(
                view(added(NPS, TO_TEN), added(CSAT, TO_TEN), checkedIn(NPS, 41, "10")), "2026-10-10T12:00:00Z");
        assertThat(standing.keyResults().get(0).pace()).isEqualTo(Pace.ON_TRACK);
        assertThat(standing.keyResults().get(1).pace()).isEqualTo(Pace.STALE);
        assertThat(standing.pace()).isEqualTo(Pace.STALE);
    }

    @Test
    void standsStillOnceItsCycleHasClosed() {
        var view = view(added(NPS, TO_TEN), checkedIn(NPS, 41, "10"));
        var cycle = closed("2026-10-10T12:00:00Z");
        var years = cycle.judgedAt(Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(ObjectiveStanding.of(view, cycle, years)).isEqualTo(standing(view, cycle, "2026-10-10T12:00:00Z"));
        assertThat(ObjectiveStanding.of(view, cycle, years).pace()).isEqualTo(Pace.ON_TRACK);
    }

    @Test
    void forecastsFromFourWeeklyValuesOn() {
        var three = view(added(NPS, TO_TEN), checkedIn(NPS, 41, "1"), checkedIn(NPS, 42, "2"), checkedIn(NPS, 43, "3"));
        assertThat(standing(three, "2026-10-24T12:00:00Z").keyResults().get(0).forecast())
                .isNull();
        var four = Facts.after(three, checkedIn(NPS, 44, "4"), Instant.parse("2026-10-30T14:00:00Z"));
        var forecast =
                standing(four, "2026-10-31T12:00:00Z").keyResults().get(0).forecast();
        // Nine weeks less a day from the Friday of week 44 to Thursday, the last of December.
        assertThat(forecast.value()).isEqualTo(number("12.857143"));
        assertThat(forecast.score()).isEqualTo(number("1"));
    }

    private static ObjectiveFacts view(ObjectiveEvent... events) {
        var view = Facts.of(created(), ADDED);
        for (var event : events) {
            view = Facts.after(view, event, event instanceof CheckInRecorded ? CHECKED : ADDED);
        }
        return view;
    }

    private static ObjectiveStanding standing(ObjectiveFacts view, String asked) {
        return standing(view, Q4, asked);
    }

    private static ObjectiveStanding standing(ObjectiveFacts view, CycleView cycle, String asked) {
        return ObjectiveStanding.of(view, cycle, Instant.parse(asked));
    }
}
