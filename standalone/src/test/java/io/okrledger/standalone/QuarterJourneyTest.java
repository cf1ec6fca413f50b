package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.json.JsonContent;

/** One quarter through HTTP only. Every expected number is worked out by hand, from {@link WorkedQuarter} alone. */
class QuarterJourneyTest {

    private static Running ledger;
    private static Client client;
    private static WorkedQuarter quarter;

    private static JsonContent cellsInOctober;
    private static JsonContent dueInOctober;
    private static JsonContent dueAtTheDueMoment;
    private static JsonContent dueOneSecondLater;
    private static JsonContent scoreboardInNovember;

    @BeforeAll
    static void play(@TempDir Path directory) {
        ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory);
        client = Client.of(ledger);
        quarter = new WorkedQuarter(client);
        quarter.playUntilTheClocksHaveGoneBack();
        cellsInOctober = client.get("/api/cadence?cycle=" + quarter.cycle);
        dueInOctober = client.get("/api/cadence/due");
        quarter.playUntilTheTargetHasMoved();
        MovedClock.moveTo("2026-11-06T16:00:00Z");
        dueAtTheDueMoment = client.get("/api/cadence/due?owner=ada");
        MovedClock.moveTo("2026-11-06T16:00:01Z");
        dueOneSecondLater = client.get("/api/cadence/due?owner=ada");
        quarter.playThatReplyIsLate();
        scoreboardInNovember = client.get("/api/scoreboard?cycle=" + quarter.cycle);
        quarter.playToTheLastDay();
        quarter.closeAndAwaitTheGrades();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void judgesEveryWeekAsSeenInOctober() {
        // At 08:00Z on the Monday of W44. NPS and reply have the weeks W40 to W44, CSAT those from W41 on.
        assertThat(cellsInOctober)
                .extractingPath("$.items[*].state")
                .asArray()
                .containsExactly(
                        "ON_TIME",
                        "ON_TIME",
                        "ON_TIME",
                        "ON_TIME",
                        "PENDING", // NPS
                        "ON_TIME",
                        "LATE",
                        "MISSED",
                        "ON_TIME",
                        "PENDING", // reply
                        "NOT_APPLICABLE",
                        "ON_TIME",
                        "OVERDUE",
                        "PENDING"); // CSAT
        // A Friday at 17:00 in Berlin is 15:00Z in summer and, from the last Sunday of October on, 16:00Z.
        assertThat(cellsInOctober)
                .extractingPath("$.items[0:5].dueAt")
                .asArray()
                .containsExactly(
                        "2026-10-02T15:00:00Z",
                        "2026-10-09T15:00:00Z",
                        "2026-10-16T15:00:00Z",
                        "2026-10-23T15:00:00Z",
                        "2026-10-30T16:00:00Z");
        // W42 of NPS was served when the wrong value was recorded; correcting it on Friday moved the value only.
        assertThat(cellsInOctober)
                .extractingPath("$.items[2]")
                .asMap()
                .containsEntry("value", 34)
                .containsEntry("recordedAt", "2026-10-15T10:00:00Z");
    }

    @Test
    void listsInOctoberWhatIsOwedLongestOwedFirst() {
        // CSAT has nothing for W43; nobody has anything for W44 yet. Of one due moment the oldest key result is first.
        assertThat(dueInOctober)
                .extractingPath("$.items[*].ownerId")
                .asArray()
                .containsExactly("dan", "ada", "bo", "dan");
        assertThat(dueInOctober)
                .extractingPath("$.items[*].state")
                .asArray()
                .containsExactly("OVERDUE", "PENDING", "PENDING", "PENDING");
        assertThat(dueInOctober)
                .extractingPath("$.items[*].dueAt")
                .asArray()
                .containsExactly(
                        "2026-10-23T15:00:00Z", "2026-10-30T16:00:00Z", "2026-10-30T16:00:00Z", "2026-10-30T16:00:00Z");
    }

    @Test
    void turnsWhatIsPendingIntoOverdueRightAfterTheDueMoment() {
        assertThat(dueAtTheDueMoment)
                .isLenientlyEqualTo("{'items': [{'week': '2026-W45', 'state': 'PENDING', 'ownerId': 'ada'}]}");
        assertThat(dueOneSecondLater)
                .isLenientlyEqualTo("{'items': [{'week': '2026-W45', 'state': 'OVERDUE', 'ownerId': 'ada'}]}");
    }

    /**
     * At 10:00Z on 9 November, 948 of the cycle's 2209 hours are over (92 days and the one that October 25 has more), so
     * 948 / 2209 = 0.4292 is expected of a committed key result, and 0.7 at all times of an aspirational one to keep.
     */
    @Test
    void showsWhereThingsStandInNovember() {
        // NPS (36 - 32) / (50 - 32) = 0.2222; reply (4 - 4.5) / (4 - 0.5) = -0.1429, clamped to 0; CSAT held 2 weeks of
        // 3.
        // The objective: (2 * 0.2222 + 0 + 0.6667) / 4 = 0.2778, expected (2 * 0.4292 + 0.4292 + 0.7) / 4 = 0.4969.
        // NPS grew by 1 a week up to 36 on 30 October, 62 days before the end: 36 + 62 / 7 = 44.857143, which scores
        // 12.857143 / 18 = 0.7143.
        assertThat(scoreboardInNovember).isLenientlyEqualTo("""
                {"cycle": {"status": "OPEN"},
                 "items": [
                   {"title": "Make customers so happy they become advocates", "score": 0.2778, "measured": "3/3",
                    "band": "RED", "pace": "AT_RISK", "expected": 0.4969, "ownerId": "ada", "keyResults": [
                      {"title": "Increase NPS from 32 to 50", "value": 36, "progress": 0.2222, "score": 0.2222,
                       "band": "RED", "pace": "AT_RISK", "expected": 0.4292, "weight": 2, "confidence": 7,
                       "forecast": {"value": 44.857143, "score": 0.7143, "low": 44.857143, "high": 44.857143}},
                      {"title": "Cut the first response time", "value": 4.5, "progress": -0.1429, "score": 0,
                       "band": "RED", "pace": "OFF_TRACK", "expected": 0.4292, "ownerId": "bo",
                       "metric": {"baseline": 4, "target": 0.5}, "originalMetric": {"baseline": 4, "target": 1}},
                      {"title": "Keep CSAT at 4.8 or better", "value": 4.9, "progress": 0.6667, "score": 0.6667,
                       "band": "YELLOW", "pace": "ON_TRACK", "expected": 0.7, "forecast": null,
                       "lastCheckInAt": "2026-11-02T09:00:00Z"}]},
                   {"title": "Be taken seriously", "score": null, "measured": "0/0", "band": null, "pace": null},
                   {"title": "Explore partners", "score": null, "measured": "0/0", "keyResults": []}]}
                """);
    }

    @Test
    void showsWhereThingsStandInTheEnd() {
        // The worked examples: 0.5, 0.25 and 0.6667, so (2 * 0.5 + 0.25 + 0.6667) / 4 = 0.4792; expected are 1, 1 and
        // 0.7,
        // so (2 + 1 + 0.7) / 4 = 0.925. About CSAT nobody has said anything for more than 14 days.
        assertThat(client.get("/api/scoreboard?cycle=" + quarter.cycle)).isLenientlyEqualTo("""
                {"cycle": {"status": "CLOSED", "closedAt": "2027-01-01T07:00:00Z"},
                 "items": [
                   {"title": "Make customers so happy they become advocates", "score": 0.4792, "measured": "3/3",
                    "band": "YELLOW", "pace": "STALE", "expected": 0.925, "ownerId": "cleo", "keyResults": [
                      {"value": 41, "progress": 0.5, "score": 0.5, "band": "YELLOW", "pace": "OFF_TRACK", "expected": 1},
                      {"value": 3.125, "progress": 0.25, "score": 0.25, "band": "RED", "pace": "OFF_TRACK",
                       "ownerId": "cleo", "confidence": 2},
                      {"value": 4.9, "progress": 0.6667, "score": 0.6667, "band": "YELLOW", "pace": "STALE",
                       "expected": 0.7}]},
                   {"title": "Be taken seriously", "score": 1, "measured": "1/1", "band": "GREEN", "pace": "ON_TRACK",
                    "goalId": null},
                   {"title": "Explore partners", "score": null}]}
                """);
    }

    @Test
    void rollsUpByTeamOwnerAndGoal() {
        var rollUp = "/api/scoreboard/rollup?cycle=" + quarter.cycle + "&by=";
        // What has no score does not pull the mean down: Sales has 1 and nothing, and that is 1.
        assertThat(client.get(rollUp + "team")).isLenientlyEqualTo("""
                {"items": [
                  {"key": "%s", "name": "Support", "objectives": 1, "keyResults": 3, "score": 0.4792, "measured": "3/3",
                   "bands": {"red": 0, "yellow": 1, "green": 0}},
                  {"key": "%s", "name": "Sales", "objectives": 2, "keyResults": 1, "score": 1, "measured": "1/1",
                   "bands": {"red": 0, "yellow": 0, "green": 1}}]}
                """.formatted(quarter.support, quarter.sales));
        assertThat(client.get(rollUp + "goal")).isLenientlyEqualTo("""
                {"items": [
                  {"key": "%s", "name": "Customers stay", "objectives": 1, "keyResults": 3, "score": 0.4792},
                  {"key": null, "name": null, "objectives": 2, "keyResults": 1, "score": 1}]}
                """.formatted(quarter.goal));
        assertThat(client.get(rollUp + "owner")).isLenientlyEqualTo("""
                {"items": [
                  {"key": "ada", "objectives": 1, "keyResults": 1, "score": 0.5, "bands": {"yellow": 1}},
                  {"key": "cleo", "objectives": 1, "keyResults": 1, "score": 0.25, "bands": {"red": 1}},
                  {"key": "dan", "objectives": 1, "keyResults": 1, "score": 0.6667, "bands": {"yellow": 1}},
                  {"key": "eve", "objectives": 1, "keyResults": 1, "score": 1, "bands": {"green": 1}}]}
                """);
    }

    @Test
    void tellsHowEveryScoreCameAbout() {
        var history = client.get(quarter.reply + "/history?limit=500");
        // Against 4 -> 1: 4, 3.9, 3.5, 3.125 give 0, 0.1 / 3, 0.5 / 3, 0.875 / 3. The new target makes 0.875 / 3.5 of
        // the
        // last one; then 4.5, 3.3, 3.2, 3.125 give less than 0, 0.7 / 3.5, 0.8 / 3.5 and 0.875 / 3.5.
        assertThat(numbers(history, "$.items[?(@.field == 'score')].new"))
                .containsExactly(0.0, 0.0333, 0.1667, 0.2917, 0.25, 0.0, 0.2, 0.2286, 0.25);
        assertThat(history)
                .extractingPath("$.items[?(@.field == 'target')].old")
                .asArray()
                .containsExactly(null, 1);
        assertThat(history)
                .extractingPath("$.items[?(@.field == 'owner')].new")
                .asArray()
                .containsExactly("bo", "cleo");
        assertThat(history)
                .extractingPath("$.items[?(@.reason == 'Bo is on leave')].actor")
                .asArray()
                .containsExactly("lead");
        assertThat(history)
                .extractingPath("$.items[?(@.field == 'grade')].new")
                .asArray()
                .containsExactly(0.25);
    }

    @Test
    void keepsWhatACorrectionReplaced() {
        assertThat(client.get(quarter.nps + "/check-ins/" + quarter.mistake)).isLenientlyEqualTo("""
                {"week": "2026-W42", "reading": {"value": 34}, "recordedAt": "2026-10-15T10:00:00Z",
                 "corrections": [{"oldReading": {"value": 14}, "newReading": {"value": 34}, "reason": "Typing error",
                                  "actor": "ada", "at": "2026-10-16T08:00:00Z"}]}
                """);
    }

    @Test
    void judgesEveryWeekInTheEnd() {
        var cells = client.get("/api/cadence?limit=500&cycle=" + quarter.cycle);
        // 13 weeks of NPS and of reply, 12 of CSAT from W41 on, 3 of deals from W50 on.
        assertThat(cells).extractingPath("$.items[*]").asArray().hasSize(13 + 13 + 12 + 3);
        assertThat(cells)
                .extractingPath("$.items[?(@.state == 'ON_TIME')]")
                .asArray()
                .hasSize(11 + 6 + 2 + 2);
        assertThat(cells)
                .extractingPath("$.items[?(@.state == 'LATE')]")
                .asArray()
                .hasSize(1 + 2);
        assertThat(cells)
                .extractingPath("$.items[?(@.state == 'MISSED')]")
                .asArray()
                .hasSize(1 + 5 + 9);
        assertThat(cells)
                .extractingPath("$.items[?(@.state == 'NOT_APPLICABLE')]")
                .asArray()
                .hasSize(2);
        assertThat(JsonPath.<List<Object>>read(
                        cells.getJson(), "$.items[?(@.backfilled == true)]['week','state','recordedAt']"))
                .containsExactly(Map.of("week", "2026-W43", "state", "MISSED", "recordedAt", "2026-11-02T09:00:00Z"));
    }

    @Test
    void countsWeeksForWhoeverOwnedThemWhenTheyWereDue() {
        // Reply was bo's for W40 to W45 (o l - o o l) and cleo's for W46 to W52 (o - - o - - o).
        // ada: 12/13 = 0.9231, 11/13 = 0.8462, on time since W47. bo: 5/6, 3/6. cleo: 3/7. dan: 2/11. eve: 2/2.
        assertThat(client.get("/api/cadence/summary?by=owner&cycle=" + quarter.cycle))
                .isLenientlyEqualTo("""
                {"items": [
                  {"key": "ada", "due": 13, "onTime": 11, "late": 1, "missed": 1, "excused": 0, "pending": 0,
                   "adherence": 0.9231, "onTimeRate": 0.8462, "streak": 6},
                  {"key": "bo", "due": 6, "onTime": 3, "late": 2, "missed": 1, "adherence": 0.8333, "onTimeRate": 0.5,
                   "streak": 0},
                  {"key": "cleo", "due": 7, "onTime": 3, "late": 0, "missed": 4, "adherence": 0.4286,
                   "onTimeRate": 0.4286, "streak": 1},
                  {"key": "dan", "due": 11, "onTime": 2, "late": 0, "missed": 9, "adherence": 0.1818, "streak": 0},
                  {"key": "eve", "due": 2, "onTime": 2, "adherence": 1, "onTimeRate": 1, "streak": 2}]}
                """);
        // Support: 19 on time, 3 late and 15 missed of 37; 22/37 = 0.5946, 19/37 = 0.5135.
        assertThat(client.get("/api/cadence/summary?by=team&cycle=" + quarter.cycle))
                .isLenientlyEqualTo("""
                {"items": [
                  {"key": "%s", "due": 37, "onTime": 19, "late": 3, "missed": 15, "adherence": 0.5946,
                   "onTimeRate": 0.5135, "streak": 0},
                  {"key": "%s", "due": 2, "onTime": 2, "streak": 2}]}
                """.formatted(quarter.support, quarter.sales));
        assertThat(client.get("/api/cadence/due")).isLenientlyEqualTo("{'items': [], 'next': null}");
    }

    @Test
    void comparesTheGradesOfThoseWhoCheckedInWithThoseOfTheRest() {
        var completion = client.get("/api/analytics/completion?cycle=" + quarter.cycle);
        assertThat(completion).extractingPath("$.provisional").isEqualTo(false);
        assertThat(numbers(completion, "$.weeks[*].completion"))
                // Served of due: 2/2 2/2 2/3 2/3 3/3 1/3 2/3 1/3 1/3 2/3 1/3 2/4 3/4
                .containsExactly(
                        1.0, 1.0, 0.6667, 0.6667, 1.0, 0.3333, 0.6667, 0.3333, 0.3333, 0.6667, 0.3333, 0.5, 0.75);
        // Adherence NPS 12/13 and deals 2/2, reply 8/13, CSAT 2/11. Only deals reached what was expected of it.
        // Wilson for 1 of 2: (0.5 + 0.9604) / 2.9207 +- 1.9600 / 2.9207 * sqrt(0.125 + 0.2401) = 0.5 +- 0.4055.
        assertThat(completion).isLenientlyEqualTo("""
                {"cohorts": [
                  {"cut": "adherence", "name": "WEEKLY", "n": 2, "met": 1, "completionRate": 0.5,
                   "interval": {"low": 0.0945, "high": 0.9055}, "meanScore": 0.75, "medianScore": 0.75},
                  {"cut": "adherence", "name": "IRREGULAR", "n": 1, "met": 0, "completionRate": 0, "meanScore": 0.25},
                  {"cut": "adherence", "name": "RARE", "n": 1, "met": 0, "meanScore": 0.6667},
                  {"cut": "owner", "name": "UNCHANGED", "n": 3, "met": 1}, {"cut": "owner", "name": "REASSIGNED", "n": 1},
                  {"cut": "goal", "name": "LINKED", "n": 3, "met": 0}, {"cut": "goal", "name": "NOT_LINKED", "met": 1},
                  {"cut": "keyResults", "name": "THREE_TO_FIVE", "n": 3, "meanScore": 0.4722, "medianScore": 0.5},
                  {"cut": "keyResults", "name": "OTHER", "n": 1},
                  {"cut": "ambition", "name": "COMMITTED", "n": 3, "met": 1},
                  {"cut": "ambition", "name": "ASPIRATIONAL", "n": 1, "met": 0},
                  {"cut": "target", "name": "UNMOVED", "n": 3}, {"cut": "target", "name": "MOVED", "n": 1}],
                 "uplift": {"difference": null, "p": null, "insufficient": true}}
                """);
    }

    @Test
    void gradesWhatTheClosedCycleHolds() {
        assertThat(client.get("/api/objectives/" + quarter.happier)).isLenientlyEqualTo("""
                {"ownerId": "cleo", "grade": {"rulesVersion": 1, "score": 0.4792}, "keyResults": [
                  {"grade": {"score": 0.5, "expectation": 1, "met": false}},
                  {"grade": {"score": 0.25, "progress": 0.25, "expectation": 1, "met": false}},
                  {"grade": {"score": 0.6667, "measured": true, "expectation": 0.7, "met": false}}]}
                """);
        assertThat(client.get("/api/objectives/" + quarter.vague)).isLenientlyEqualTo("{'grade': {'score': null}}");
        assertThat(client.get("/api/cycles/" + quarter.cycle)).isLenientlyEqualTo("{'objectives': 3, 'graded': 3}");
    }

    @Test
    void tellsTheStoryInSentences() {
        assertThat(client.get("/api/audit/timeline/" + quarter.happier + "?limit=500"))
                .extractingPath("$.items[*].sentence")
                .asArray()
                .contains(
                        "ada corrected the check-in of 'Increase NPS from 32 to 50' for 2026-W42, value from 14 to 34:"
                                + " Typing error",
                        "bo moved the target of 'Cut the first response time' from 1 to 0.5: One hour is what everybody"
                                + " does",
                        "lead handed 'Cut the first response time' from bo to cleo: Bo is on leave",
                        "lead handed the objective from ada to cleo",
                        "system:grading graded the objective: 0.4792")
                // Created, 3 key results, 12 + 8 + 3 check-ins, corrected, target moved, handed over twice, graded.
                .hasSize(1 + 3 + 23 + 1 + 1 + 2 + 1);
    }

    @Test
    void servesTheWholeLog() {
        var events = client.get("/api/audit/events?limit=500");
        // A goal, 2 teams, a cycle planned, opened and closed, 3 objectives created and graded, 4 key results,
        // 12 + 8 + 3 + 2 check-ins, a correction, a target, 2 owners.
        assertThat(events)
                .extractingPath("$.items[*].position")
                .asArray()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 45).boxed().toList());
        assertThat(events)
                .extractingPath("$.items[?(@.type == 'objective.check-in-recorded')]")
                .asArray()
                .hasSize(25);
        // What the automation did is traced back to the request that closed the cycle.
        assertThat(events)
                .extractingPath("$.items[?(@.type in ['cycle.closed', 'objective.graded'])].correlationId")
                .asArray()
                .hasSize(4)
                .containsOnly(correlationOfTheClose(events));
    }

    private static Object correlationOfTheClose(JsonContent events) {
        return JsonPath.<List<Object>>read(events.getJson(), "$.items[?(@.type == 'cycle.closed')].correlationId")
                .get(0);
    }

    private static List<Double> numbers(JsonContent answer, String path) {
        return JsonPath.<List<Number>>read(answer.getJson(), path).stream()
                .map(Number::doubleValue)
                .toList();
    }
}
