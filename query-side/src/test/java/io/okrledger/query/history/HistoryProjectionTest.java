package io.okrledger.query.history;

import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.RESPONSE_4_TO_HALF;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.amended;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.grade;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.reading;
import static io.okrledger.query.measure.Story.retracted;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.ProjectionFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryProjectionTest {

    private static final Instant FIRST = Instant.parse("2026-10-09T14:00:00Z");

    private final ProjectionFixture<HistoryView> history =
            ProjectionFixture.of(HistoryProjection::new, HistoryProjection::openRows);

    @Test
    void tellsEverythingAboutAChange() {
        var rows = rows(
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(checkedIn(NPS, 41, "38", 1)),
                fact(checkedIn(NPS, 42, "41", 2)).at("2026-10-16T14:00:00Z").by("bo"));
        assertThat(rows)
                .filteredOn(row -> row.position() == 4)
                .first()
                .isEqualTo(new HistoryView(
                        "0000000000000004-00",
                        HAPPIER,
                        NPS,
                        4,
                        Instant.parse("2026-10-16T14:00:00Z"),
                        false,
                        "bo",
                        "objective.check-in-recorded",
                        "value",
                        number("38"),
                        number("41"),
                        null,
                        number("0.5"),
                        number("41"),
                        7,
                        week(42)));
    }

    @Test
    void startsWithWhatWasPromisedAndByWhom() {
        assertThat(told(fact(created()), fact(added(NPS, NPS_32_TO_50))))
                .containsExactly(
                        "1 objective owner null -> ada",
                        "2 key result baseline null -> 32",
                        "2 key result target null -> 50",
                        "2 key result weight null -> 1",
                        "2 key result owner null -> ada",
                        "2 objective score null -> 0");
    }

    @Test
    void tellsWhichScoresFollowFromACheckIn() {
        assertThat(told(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50, 1)),
                        fact(added(RESPONSE, RESPONSE_4_TO_HALF, 3)),
                        fact(checkedIn(NPS, 41, "41"))))
                .filteredOn(row -> row.startsWith("4"))
                .containsExactly(
                        "4 key result value null -> 41",
                        "4 key result confidence null -> 7",
                        "4 key result score null -> 0.5",
                        "4 objective score 0 -> 0.125");
    }

    @Test
    void tellsACheckInThatSaysTheSameAsBefore() {
        assertThat(told(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(checkedIn(NPS, 42, "41"))))
                .filteredOn(row -> row.startsWith("4"))
                .containsExactly("4 key result value 41 -> 41");
    }

    @Test
    void comparesABackfilledWeekWithWhatWasInForceThen() {
        var rows = rows(
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(checkedIn(NPS, 41, "36")),
                fact(checkedIn(NPS, 43, "50")),
                fact(checkedIn(NPS, 42, "40")));
        var backfill = rows.get(rows.size() - 1);
        assertThat(told(backfill)).isEqualTo("5 key result value 36 -> 40");
        assertThat(backfill.week()).isEqualTo(week(42));
        assertThat(backfill.value()).isEqualTo(number("50"));
        assertThat(backfill.score()).isEqualTo(number("1"));
    }

    @Test
    void tellsWhyAReadingWasCorrected() {
        var rows = rows(
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(checkedIn(NPS, 41, "14", 1)),
                fact(corrected(NPS, 41, 1, "14", "41")));
        assertThat(rows.stream().filter(row -> row.position() == 4))
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("Typing error"))
                .extracting(HistoryProjectionTest::told)
                .containsExactly(
                        "4 key result value 14 -> 41", "4 key result score 0 -> 0.5", "4 objective score 0 -> 0.5");
    }

    @Test
    void tellsMovedTargetsNewOwnersAndGrades() {
        var to59 = new Metric.Reach("points", number("32"), number("59"));
        var grade = new KeyResultGrade(NPS, number("0.3333"), number("0.3333"), true, BigDecimal.ONE, false);
        assertThat(told(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(adjusted(NPS, NPS_32_TO_50, to59)),
                        fact(toBo(NPS)),
                        fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.3333"), List.of(grade)))))
                .filteredOn(row -> row.charAt(0) > '3')
                .containsExactly(
                        "4 key result target 50 -> 59",
                        "4 key result score 0.5 -> 0.3333",
                        "4 objective score 0.5 -> 0.3333",
                        "5 key result owner ada -> bo",
                        "6 key result grade null -> 0.3333",
                        "6 objective grade null -> 0.3333");
    }

    @Test
    void tellsNewWordsAndLinks() {
        var response = new Alignment(objective(2), RESPONSE);
        assertThat(told(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(new ObjectiveReworded(HAPPIER, "Happier customers", "Fans", null, "Who tell others")),
                        fact(new ObjectiveAligned(HAPPIER, GOAL, null, null, response)),
                        fact(new KeyResultReworded(HAPPIER, NPS, "Key result", "NPS")),
                        fact(new ObjectiveCarriedOver(
                                HAPPIER, objective(9), CYCLE, List.of(new CarriedKeyResult(NPS, RESPONSE))))))
                .filteredOn(row -> row.charAt(0) > '2')
                .containsExactly(
                        "3 objective title Happier customers -> Fans",
                        "3 objective description null -> Who tell others",
                        "4 objective goal " + GOAL + " -> null",
                        "4 objective alignedTo null -> " + objective(2) + "/key-results/" + RESPONSE,
                        "5 key result title Key result -> NPS",
                        "6 objective carriedFrom null -> " + objective(9),
                        "6 key result carriedFrom null -> " + RESPONSE);
    }

    @Test
    void tellsWhichScoreFollowsFromAnotherWeightOrOneKeyResultLess() {
        assertThat(told(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50, 1)),
                        fact(added(RESPONSE, RESPONSE_4_TO_HALF, 1)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(new KeyResultReweighed(HAPPIER, NPS, 1, 3)),
                        fact(dropped(NPS)),
                        fact(dropped(RESPONSE)),
                        fact(abandoned())))
                .filteredOn(row -> row.charAt(0) > '4')
                .containsExactly(
                        "5 key result weight 1 -> 3",
                        "5 objective score 0.25 -> 0.375",
                        "6 key result dropped false -> true",
                        "6 objective score 0.375 -> 0",
                        "7 key result dropped false -> true",
                        "7 objective score 0 -> null",
                        "8 objective abandoned false -> true");
    }

    @Test
    void tellsWhatStandsAfterARetraction() {
        var left = new RemainingCheckIns(checkIn(1), reading("38", 6), FIRST, FIRST);
        var rows = rows(
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(checkedIn(NPS, 40, "32", 3)),
                fact(checkedIn(NPS, 41, "38", 1)),
                fact(checkedIn(NPS, 41, "41", 2)),
                fact(retracted(NPS, 41, 2, "41", left)),
                fact(retracted(NPS, 41, 1, "38")));
        assertThat(rows.stream().filter(row -> row.position() > 5))
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("Meant for another"))
                .allSatisfy(row -> assertThat(row.week()).isEqualTo(week(41)))
                .extracting(HistoryProjectionTest::told)
                .containsExactly(
                        "6 key result value 41 -> 38",
                        "6 key result confidence 7 -> 6",
                        "6 key result score 0.5 -> 0.3333",
                        "6 objective score 0.5 -> 0.3333",
                        "7 key result value 38 -> 32",
                        "7 key result confidence 6 -> 7",
                        "7 key result score 0.3333 -> 0",
                        "7 objective score 0.3333 -> 0");
    }

    @Test
    void tellsBothGradesAndWhyTheyDiffer() {
        var rows = rows(
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.5"), List.of(grade(NPS, "0.5")))),
                fact(amended(NPS, "0.5", "1")));
        assertThat(rows.stream().filter(row -> row.position() == 4))
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("December came in January"))
                .extracting(HistoryProjectionTest::told)
                .containsExactly("4 key result grade 0.5 -> 1", "4 objective grade 0.5 -> 1");
    }

    @Test
    void tellsWhyAnythingWasEnded() {
        assertThat(rows(fact(created()), fact(added(NPS, NPS_32_TO_50)), fact(dropped(NPS)), fact(abandoned())))
                .filteredOn(row -> row.position() > 2 && !row.field().equals("score"))
                .extracting(HistoryView::reason)
                .containsExactly("Nobody can measure it", "Another team does it");
    }

    @Test
    void tellsWhatWasImportedByTheDateThatTheImportClaims() {
        var row = rows(fact(created()).at("2027-03-01T09:00:00Z").importedAs("2026-10-01T09:00:00Z"))
                .get(0);
        assertThat(row.imported()).isTrue();
        assertThat(row.at()).isEqualTo("2026-10-01T09:00:00Z");
    }

    private List<HistoryView> rows(Happening... happenings) {
        return history.given(happenings).views();
    }

    private List<String> told(Happening... happenings) {
        return rows(happenings).stream().map(HistoryProjectionTest::told).toList();
    }

    private static String told(HistoryView row) {
        var subject = row.keyResultId() == null ? "objective" : "key result";
        return "%d %s %s %s -> %s".formatted(row.position(), subject, row.field(), row.before(), row.after());
    }
}
