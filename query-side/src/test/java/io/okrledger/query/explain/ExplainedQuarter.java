package io.okrledger.query.explain;

import static io.okrledger.events.scoring.Ambition.ASPIRATIONAL;
import static io.okrledger.events.scoring.Ambition.COMMITTED;
import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.RESPONSE_4_TO_HALF;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.measure.Story.reading;
import static io.okrledger.query.measure.Story.retracted;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.support.Happening.fact;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.query.measure.Story;
import io.okrledger.query.support.Happening;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Five weeks into the fourth quarter, told first; and the third quarter, in which half of 24 key results were reviewed
 * every week and the others twice.
 */
final class ExplainedQuarter {

    static final CycleId PAST = new CycleId(new UUID(0, 0xE));
    static final TeamId IDLE = new TeamId(new UUID(0, 0xF));

    private static final TeamId SALES = new TeamId(new UUID(0, 0xD));
    private static final LocalDate FIRST_THURSDAY = LocalDate.of(2026, 7, 2);

    /** The position in front of the close of the third quarter, as a request has it. */
    static final String BEFORE_THE_CLOSE = "242";

    static final Happening[] STORY =
            Stream.concat(present().stream(), past().stream()).toArray(Happening[]::new);
    static final int HEAD = STORY.length;

    private ExplainedQuarter() {}

    private static List<Happening> present() {
        return List.of(
                fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                fact(new TeamRegistered(SUPPORT, "Support", null)),
                fact(new TeamRegistered(SALES, "Sales", null)),
                fact(new TeamRegistered(IDLE, "Idle", null)),
                fact(planned()),
                fact(new CycleOpened(CYCLE)),
                fact(new CheckInsPaused(CYCLE, new PauseId(new UUID(4, 1)), october(29), october(31), "Retreat")),
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(added(CSAT, CSAT_AT_LEAST_4_8, 2)),
                fact(added(RESPONSE, RESPONSE_4_TO_HALF)),
                fact(new KeyResultReweighed(HAPPIER, NPS, 1, 3)).at("2026-10-02T09:00:00Z"),
                fact(checkedIn(NPS, 41, "35")).at("2026-10-09T10:00:00Z"),
                fact(checkedIn(CSAT, 41, "4.9")).at("2026-10-10T10:00:00Z"),
                fact(checkedIn(NPS, 42, "14", 1)).at("2026-10-15T10:00:00Z"),
                fact(corrected(NPS, 42, 1, "14", "41")).at("2026-10-16T10:00:00Z"),
                fact(dropped(RESPONSE)).at("2026-10-17T10:00:00Z"),
                fact(toBo(NPS)).at("2026-10-20T10:00:00Z"),
                fact(checkedIn(NPS, 43, "42")).at("2026-10-23T10:00:00Z"),
                fact(adjusted(NPS, NPS_32_TO_50, new Metric.Reach("points", number("32"), number("60"))))
                        .at("2026-10-24T10:00:00Z"),
                fact(checkedIn(NPS, 44, "43", 2)).at("2026-10-29T10:00:00Z"),
                fact(checkedIn(CSAT, 43, "4.7")).at("2026-11-02T10:00:00Z"),
                fact(checkedIn(NPS, 44, "99", 3)).at("2026-10-30T10:00:00Z"),
                fact(retracted(NPS, 44, 3, "99", left())).at("2026-10-30T11:00:00Z"),
                fact(created(objective(2), CYCLE, SALES, null)),
                fact(created(objective(3), CYCLE, SUPPORT, GOAL)),
                fact(new KeyResultAdded(objective(3), keyResult(30), "Calls", NPS_32_TO_50, ADA, 1, COMMITTED)),
                fact(new ObjectiveAbandoned(objective(3), "Overtaken")).at("2026-10-20T10:00:00Z"),
                fact(created(objective(4), CYCLE, SALES, GOAL)),
                fact(new KeyResultAdded(objective(4), keyResult(40), "Deals", NPS_32_TO_50, ADA, 1, ASPIRATIONAL)));
    }

    private static RemainingCheckIns left() {
        var at = Instant.parse("2026-10-29T10:00:00Z");
        return new RemainingCheckIns(checkIn(2), reading("43", 7), at, at);
    }

    private static List<Happening> past() {
        var story = new ArrayList<Happening>();
        story.add(fact(planned(PAST, "2026-Q3", "2026-07-01", "2026-09-30")));
        story.add(fact(new CycleOpened(PAST)));
        for (var number = 100; number < 124; number++) {
            if (number % 4 == 0) {
                story.add(fact(created(objective(number), PAST, SUPPORT, GOAL)).at("2026-06-30T09:00:00Z"));
            }
            story.add(fact(new KeyResultAdded(
                            objective(number - number % 4),
                            keyResult(number),
                            "Old",
                            NPS_32_TO_50,
                            ADA,
                            1,
                            ambition(number)))
                    .at("2026-06-30T10:00:00Z"));
        }
        for (var number = 100; number < 124; number++) {
            for (var week = 0; week < (number < 112 ? 13 : 2); week++) {
                story.add(checkedInPast(number, week));
            }
        }
        story.add(fact(new CycleClosed(PAST)).at("2026-10-01T09:00:00Z"));
        for (var number = 100; number < 124; number += 4) {
            var grades = Stream.of(number, number + 1, number + 2, number + 3).map(ExplainedQuarter::grade);
            story.add(fact(new ObjectiveGraded(objective(number), PAST, 1, number("0.75"), grades.toList()))
                    .at("2026-10-01T09:00:00Z"));
        }
        story.add(fact(new GradeAmended(
                        objective(100),
                        keyResult(100),
                        grade(100),
                        Story.grade(keyResult(100), "1"),
                        number("0.75"),
                        number("0.875"),
                        "September came in October"))
                .at("2026-10-05T09:00:00Z"));
        return story;
    }

    private static Happening checkedInPast(int number, int week) {
        var thursday = FIRST_THURSDAY.plusWeeks(week);
        var event = new CheckInRecorded(
                objective(number - number % 4),
                keyResult(number),
                checkIn(100 * number + week),
                IsoWeek.of(thursday),
                reading(isReached(number) ? "50" : "41", 6 + week % 3));
        return fact(event).at(thursday + "T10:00:00Z");
    }

    private static KeyResultGrade grade(int number) {
        var score = isReached(number) ? BigDecimal.ONE : number("0.5");
        var expectation = ambition(number) == COMMITTED ? BigDecimal.ONE : number("0.7");
        return new KeyResultGrade(keyResult(number), score, score, true, expectation, isReached(number));
    }

    private static boolean isReached(int number) {
        return number % 2 == 1;
    }

    private static Ambition ambition(int number) {
        return number % 3 == 0 ? ASPIRATIONAL : COMMITTED;
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }
}
