package io.okrledger.command.objective;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.objective.KeyResultCommand.CorrectCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RecordCheckIn;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInTest extends ObjectiveStory {

    private static final CheckInId CHECK_IN = new CheckInId(UUID.randomUUID());
    private static final Reading READING = new Reading(new BigDecimal(41), 7, "Survey of October");
    private static final IsoWeek W41 = IsoWeek.from("2026-W41");

    @ParameterizedTest
    @CsvSource({
        "2026-10-08T15:00:00Z,2026-W41",
        "2026-10-11T21:59:59Z,2026-W41",
        "2026-10-11T22:00:00Z,2026-W42",
        "2026-12-31T12:00:00Z,2026-W53",
        "2027-01-03T22:59:59Z,2026-W53",
        "2027-01-03T23:00:00Z,2027-W01"
    })
    void countsForTheCurrentWeekInTheZoneOfTheCycle(Instant at, String week) {
        given(open(), created(), added(NPS))
                .when(checkIn(null, at))
                .expectEvents(new CheckInRecorded(OBJECTIVE, KEY_RESULT, CHECK_IN, IsoWeek.from(week), READING));
    }

    @Test
    void mayServeAnEarlierWeek() {
        given(open(), created(), added(NPS))
                .when(checkIn("2026-W40", Instant.parse("2026-11-20T10:00:00Z")))
                .expectEvents(new CheckInRecorded(OBJECTIVE, KEY_RESULT, CHECK_IN, IsoWeek.from("2026-W40"), READING));
    }

    @Test
    void cannotServeAWeekToCome() {
        refuse(
                open(),
                checkIn("2026-W42", Instant.parse("2026-10-11T21:59:59Z")),
                Rule.WEEK_IN_FUTURE,
                created(),
                added(NPS));
    }

    @Test
    void cannotServeAWeekBeforeTheCycle() {
        refuse(
                open(),
                checkIn("2026-W39", Instant.parse("2026-10-08T10:00:00Z")),
                Rule.WEEK_TOO_EARLY,
                created(),
                added(NPS));
    }

    @Test
    void cannotServeAWeekBeforeItsKeyResultWasAdded() {
        given(open(), created())
                .andGivenCurrentTime(Instant.parse("2026-11-09T10:00:00Z"))
                .andGiven(added(NPS))
                .when(checkIn("2026-W45", Instant.parse("2026-11-12T10:00:00Z")))
                .expectNoEvents()
                .expectException(refusedBy(Rule.WEEK_TOO_EARLY));
    }

    @Test
    void waitsUntilTheCycleIsOpen() {
        refuse(planned(), checkIn(null, FIRST_DAY), Rule.CYCLE_NOT_OPEN, created(), added(NPS));
    }

    @Test
    void isRefusedAfterTheCycleHasClosed() {
        refuse(closed(), checkIn(null, FIRST_DAY), Rule.CYCLE_CLOSED, created(), added(NPS));
        refuse(closed(), checkIn(null, FIRST_DAY), Rule.CYCLE_CLOSED, created(), added(NPS), graded(null));
    }

    @Test
    void isRefusedOnceItsObjectiveIsAbandonedOrItsKeyResultDropped() {
        refuse(open(), checkIn(null, FIRST_DAY), Rule.OBJECTIVE_ABANDONED, created(), added(NPS), abandoned());
        refuse(open(), checkIn(null, FIRST_DAY), Rule.KEY_RESULT_DROPPED, created(), added(NPS), dropped());
        refuse(
                open(),
                correct("40", null, null),
                Rule.OBJECTIVE_ABANDONED,
                created(),
                added(NPS),
                recorded(),
                abandoned());
        refuse(
                open(),
                correct("40", null, null),
                Rule.KEY_RESULT_DROPPED,
                created(),
                added(NPS),
                recorded(),
                dropped());
    }

    @Test
    void belongsToAKeyResult() {
        var stray =
                new RecordCheckIn(OBJECTIVE, new KeyResultId(UUID.randomUUID()), CHECK_IN, READING, null, FIRST_DAY);
        refuse(open(), stray, Rule.UNKNOWN_KEY_RESULT, created(), added(NPS));
    }

    @Test
    void isCorrectedWithoutLosingWhatItSaid() {
        given(open(), created(), added(NPS), recorded())
                .when(correct("40", null, null))
                .expectEvents(corrected(READING, new Reading(new BigDecimal(40), 7, "Survey of October")));
        given(open(), created(), added(NPS), recorded())
                .when(correct(null, 3, "Only the first half"))
                .expectEvents(corrected(READING, new Reading(new BigDecimal(41), 3, "Only the first half")));
    }

    @Test
    void isCorrectedFromItsLatestCorrectionOn() {
        var once = new Reading(new BigDecimal(40), 7, "Survey of October");
        given(open(), created(), added(NPS), recorded(), corrected(READING, once))
                .when(correct("39", null, null))
                .expectEvents(corrected(once, new Reading(new BigDecimal(39), 7, "Survey of October")));
    }

    @Test
    void keepsQuietWhenACorrectionSaysTheSame() {
        keepsQuiet(open(), correct("41.0", 7, "Survey of October"), created(), added(NPS), recorded());
    }

    @Test
    void isCorrectedOnlyWhereItIsAndWhileTheCycleIsOpen() {
        refuse(open(), correct("40", null, null), Rule.UNKNOWN_CHECK_IN, created(), added(NPS));
        refuse(closed(), correct("40", null, null), Rule.CYCLE_CLOSED, created(), added(NPS), recorded());
    }

    private static RecordCheckIn checkIn(@Nullable String week, Instant at) {
        return new RecordCheckIn(
                OBJECTIVE, KEY_RESULT, CHECK_IN, READING, week == null ? null : IsoWeek.from(week), at);
    }

    private static CorrectCheckIn correct(@Nullable String value, @Nullable Integer confidence, @Nullable String note) {
        return new CorrectCheckIn(
                OBJECTIVE,
                KEY_RESULT,
                CHECK_IN,
                value == null ? null : new BigDecimal(value),
                confidence,
                note,
                "Read wrong");
    }

    private static CheckInRecorded recorded() {
        return new CheckInRecorded(OBJECTIVE, KEY_RESULT, CHECK_IN, W41, READING);
    }

    private static CheckInCorrected corrected(Reading before, Reading after) {
        return new CheckInCorrected(OBJECTIVE, KEY_RESULT, CHECK_IN, W41, before, after, "Read wrong");
    }
}
