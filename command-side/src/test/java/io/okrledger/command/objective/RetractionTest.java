package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.CorrectCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RetractCheckIn;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetractionTest extends ObjectiveStory {

    private static final CheckInId FIRST = new CheckInId(UUID.randomUUID());
    private static final CheckInId SECOND = new CheckInId(UUID.randomUUID());
    private static final CheckInId THIRD = new CheckInId(UUID.randomUUID());
    private static final Instant MONDAY = Instant.parse("2026-10-05T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-06T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-10-09T09:00:00Z");

    @Test
    void leavesNothingOfAWeekWithOneCheckIn() {
        given(open(), created(), added(NPS), recorded(FIRST, "2026-W40", 41), recorded(SECOND, "2026-W41", 42))
                .when(retract(FIRST))
                .expectEvents(retracted(FIRST, "2026-W40", 41, null));
    }

    @Test
    void leavesWhatElseWasSaidOfTheWeek() {
        week().when(retract(THIRD))
                .expectEvents(
                        retracted(THIRD, "2026-W41", 43, new RemainingCheckIns(SECOND, reading(42), MONDAY, TUESDAY)));
        week().when(retract(SECOND))
                .expectEvents(
                        retracted(SECOND, "2026-W41", 42, new RemainingCheckIns(THIRD, reading(43), MONDAY, FRIDAY)));
        week().when(retract(FIRST))
                .expectEvents(
                        retracted(FIRST, "2026-W41", 41, new RemainingCheckIns(THIRD, reading(43), TUESDAY, FRIDAY)));
    }

    @Test
    void leavesWhatTheOthersSayByNow() {
        var corrected = new CheckInCorrected(
                OBJECTIVE, KEY_RESULT, FIRST, IsoWeek.from("2026-W41"), reading(41), reading(40), "Read wrong");
        given(open(), created(), added(NPS))
                .andGivenCurrentTime(MONDAY)
                .andGiven(recorded(FIRST, "2026-W41", 41), recorded(SECOND, "2026-W41", 42), corrected)
                .when(retract(SECOND))
                .expectEvents(
                        retracted(SECOND, "2026-W41", 42, new RemainingCheckIns(FIRST, reading(40), MONDAY, MONDAY)));
    }

    @Test
    void tellsWhenTheOthersWereMadeEvenIfTheyWereImportedInAnotherOrder() {
        given(open(), created(), added(NPS))
                .andGiven(
                        imported(recorded(FIRST, "2026-W41", 41), FRIDAY),
                        imported(recorded(SECOND, "2026-W41", 42), MONDAY),
                        imported(recorded(THIRD, "2026-W41", 43), TUESDAY))
                .when(retract(THIRD))
                .expectEvents(
                        retracted(THIRD, "2026-W41", 43, new RemainingCheckIns(SECOND, reading(42), MONDAY, FRIDAY)));
    }

    @Test
    void isOfSomethingThatWasSaidAndNotTakenBack() {
        refuse(open(), retract(FIRST), Rule.UNKNOWN_CHECK_IN, created(), added(NPS));
        var history = new Object[] {
            created(), added(NPS), recorded(FIRST, "2026-W41", 41), retracted(FIRST, "2026-W41", 41, null)
        };
        refuse(open(), retract(FIRST), Rule.CHECK_IN_RETRACTED, history);
        var correct = new CorrectCheckIn(OBJECTIVE, KEY_RESULT, FIRST, new BigDecimal(40), null, null, "Read wrong");
        refuse(open(), correct, Rule.CHECK_IN_RETRACTED, history);
    }

    @Test
    void endsWithTheCycleTheObjectiveAndTheKeyResult() {
        var checkIn = recorded(FIRST, "2026-W41", 41);
        refuse(closed(), retract(FIRST), Rule.CYCLE_CLOSED, created(), added(NPS), checkIn);
        refuse(open(), retract(FIRST), Rule.OBJECTIVE_ABANDONED, created(), added(NPS), checkIn, abandoned());
        refuse(open(), retract(FIRST), Rule.KEY_RESULT_DROPPED, created(), added(NPS), checkIn, dropped());
    }

    private static TestExecutor<Objective> week() {
        return given(open(), created(), added(NPS))
                .andGivenCurrentTime(MONDAY)
                .andGiven(recorded(FIRST, "2026-W41", 41))
                .andGivenCurrentTime(TUESDAY)
                .andGiven(recorded(SECOND, "2026-W41", 42))
                .andGivenCurrentTime(FRIDAY)
                .andGiven(recorded(THIRD, "2026-W41", 43));
    }

    private static EventMessage<?> imported(CheckInRecorded event, Instant at) {
        return new GenericEventMessage<>(event, Map.of(EventMetaData.EFFECTIVE_AT, at.toString()));
    }

    private static RetractCheckIn retract(CheckInId id) {
        return new RetractCheckIn(OBJECTIVE, KEY_RESULT, id, "Of another survey");
    }

    private static CheckInRecorded recorded(CheckInId id, String week, int value) {
        return new CheckInRecorded(OBJECTIVE, KEY_RESULT, id, IsoWeek.from(week), reading(value));
    }

    private static CheckInRetracted retracted(
            CheckInId id, String week, int value, @Nullable RemainingCheckIns remaining) {
        return new CheckInRetracted(
                OBJECTIVE, KEY_RESULT, id, IsoWeek.from(week), reading(value), remaining, "Of another survey");
    }

    private static Reading reading(int value) {
        return new Reading(new BigDecimal(value), 7, null);
    }
}
