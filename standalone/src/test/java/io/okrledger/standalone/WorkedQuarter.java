package io.okrledger.standalone;

import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;

/**
 * The last quarter of 2026 in Berlin, where the clocks go back on 25 October: 13 due Fridays, from the one in 2026-W40 to
 * the one in 2026-W52, at 15:00Z in summer and 16:00Z in winter. Whoever plays it decides where to stop and look.
 *
 * <pre>
 *         W40 41 42 43 44 45 46 47 48 49 50 51 52   o on time, l late, - missed, b missed and filled in later
 *   NPS     o  o  o  o  o  -  l  o  o  o  o  o  o   ada's; W42 corrected
 *   reply   o  l  -  o  o  l  o  -  -  o  -  -  o   bo's, cleo's from W46 on; its target moved after W44
 *   CSAT       .  o  b  o  -  -  -  -  -  -  -  -   dan's; added in W41
 *   deals                               .  o  o     eve's, of another objective; added in W50
 * </pre>
 */
final class WorkedQuarter {

    private static final String LEAD = "lead";

    Client client;
    String goal;
    String support;
    String sales;
    String cycle;
    String happier;
    String bigger;
    String vague;
    String nps;
    String reply;
    String csat;
    String deals;
    String mistake;

    /** Not played yet, and by nobody. */
    WorkedQuarter() {}

    WorkedQuarter(Client client) {
        this.client = client;
    }

    void playToTheGrades() {
        playUntilTheClocksHaveGoneBack();
        playUntilTheTargetHasMoved();
        playThatReplyIsLate();
        playToTheLastDay();
        closeAndAwaitTheGrades();
    }

    /** Until Monday, 26 October. */
    void playUntilTheClocksHaveGoneBack() {
        found();
        week(40);
        checkIn(nps, 40, "32", 6);
        checkIn(reply, 40, "4", 5);
        MovedClock.moveTo("2026-10-07T08:00:00Z");
        csat = keyResult(happier, "dan", """
                "title": "Keep CSAT at 4.8 or better", "ambition": "ASPIRATIONAL",
                "metric": {"kind": "KEEP_AT_LEAST", "unit": "of 5", "target": 4.8}""");
        week(41);
        checkIn(nps, 41, "33", 6);
        MovedClock.moveTo("2026-10-12T08:00:00Z");
        checkIn(reply, 41, "3.9", 5);
        week(42);
        mistake = checkIn(nps, 42, "14", 6);
        checkIn(csat, 42, "4.8", 8);
        MovedClock.moveTo("2026-10-16T08:00:00Z");
        var corrected = nps + "/check-ins/" + mistake + "/correction";
        client.post("ada", corrected, "{\"value\": 34, \"reason\": \"Typing error\"}");
        week(43);
        checkIn(nps, 43, "35", 7);
        checkIn(reply, 43, "3.5", 5);
        MovedClock.moveTo("2026-10-26T08:00:00Z");
    }

    /** Until Monday, 2 November. */
    void playUntilTheTargetHasMoved() {
        week(44);
        checkIn(nps, 44, "36", 7);
        checkIn(reply, 44, "3.125", 6);
        checkIn(csat, 44, "4.9", 8);
        MovedClock.moveTo("2026-10-31T09:00:00Z");
        client.put("bo", reply + "/target", "{\"target\": 0.5, \"reason\": \"One hour is what everybody does\"}");
        MovedClock.moveTo("2026-11-02T09:00:00Z");
        checkIn(csat, 43, "4.7", 8);
    }

    /** At 10:00Z on Monday, 9 November. */
    void playThatReplyIsLate() {
        MovedClock.moveTo("2026-11-09T10:00:00Z");
        checkIn(reply, 45, "4.5", 3);
    }

    /** Until the last day is over. */
    void playToTheLastDay() {
        MovedClock.moveTo("2026-11-10T09:00:00Z");
        client.put(LEAD, reply + "/owner", "{\"ownerId\": \"cleo\", \"reason\": \"Bo is on leave\"}");
        client.put(LEAD, "/api/objectives/" + happier + "/owner", "{\"ownerId\": \"cleo\"}");
        week(46);
        checkIn(reply, 46, "3.3", 4);
        MovedClock.moveTo("2026-11-16T09:00:00Z");
        checkIn(nps, 46, "37", 7);
        week(47);
        checkIn(nps, 47, "38", 7);
        week(48);
        checkIn(nps, 48, "39", 7);
        week(49);
        checkIn(nps, 49, "40", 7);
        checkIn(reply, 49, "3.2", 4);
        MovedClock.moveTo("2026-12-09T09:00:00Z");
        deals = keyResult(bigger, "eve", """
                "title": "Win our first 10 enterprise accounts",
                "metric": {"kind": "REACH", "unit": "accounts", "baseline": 0, "target": 10}""");
        week(50);
        checkIn(nps, 50, "40", 7);
        week(51);
        checkIn(nps, 51, "40.5", 6);
        checkIn(deals, 51, "6", 8);
        week(52);
        checkIn(nps, 52, "41", 6);
        checkIn(reply, 52, "3.125", 2);
        checkIn(deals, 52, "10", 10);
        MovedClock.moveTo("2027-01-01T07:00:00Z");
    }

    void closeAndAwaitTheGrades() {
        client.post(LEAD, "/api/cycles/" + cycle + "/closing", "{}");
        await().atMost(ONE_MINUTE)
                .until(() -> JsonPath.<Integer>read(
                                client.get("/api/cycles/" + cycle).getJson(), "$.graded")
                        == 3);
        client.catchUp();
    }

    /** Every resource there is, the lists as one page. */
    List<String> questions() {
        return List.of(
                "/api/goals",
                "/api/goals/" + goal,
                "/api/teams",
                "/api/teams/" + sales,
                "/api/cycles",
                "/api/cycles/" + cycle,
                "/api/objectives",
                "/api/objectives/" + happier,
                "/api/objectives/" + happier + "/history?limit=500",
                reply,
                reply + "/history?limit=500",
                nps + "/check-ins",
                nps + "/check-ins/" + mistake,
                "/api/scoreboard?cycle=" + cycle,
                "/api/scoreboard/rollup?by=team&cycle=" + cycle,
                "/api/scoreboard/rollup?by=owner&cycle=" + cycle,
                "/api/scoreboard/rollup?by=goal&cycle=" + cycle,
                "/api/cadence?limit=500&cycle=" + cycle,
                "/api/cadence/summary?by=week&cycle=" + cycle,
                "/api/cadence/summary?by=team&cycle=" + cycle,
                "/api/cadence/summary?by=owner&cycle=" + cycle,
                "/api/cadence/due",
                "/api/analytics/completion?cycle=" + cycle,
                "/api/analytics/quality?cycle=" + cycle,
                "/api/analytics/goalposts?cycle=" + cycle,
                "/api/ownership?person=ada",
                "/api/alignment?cycle=" + cycle,
                "/api/analytics/trends",
                reply + "/lineage",
                "/api/explain/objectives/" + happier,
                reply.replace("/api/", "/api/explain/"),
                reply.replace("/api/", "/api/explain/") + "/weeks/2026-W45",
                "/api/explain/scoreboard?by=team&key=" + support + "&cycle=" + cycle,
                "/api/explain/cadence?by=owner&key=cleo&cycle=" + cycle,
                "/api/explain/completion?limit=500&cycle=" + cycle,
                "/api/explain/trends?cycle=" + cycle,
                "/api/audit/timeline/" + happier + "?limit=500",
                "/api/audit/events?limit=500");
    }

    private void found() {
        MovedClock.moveTo("2026-09-24T08:00:00Z");
        goal = client.post(LEAD, "/api/goals", "{\"title\": \"Customers stay\", \"ownerId\": \"lead\"}");
        support = client.post(LEAD, "/api/teams", "{\"name\": \"Support\"}");
        sales = client.post(LEAD, "/api/teams", "{\"name\": \"Sales\"}");
        cycle = client.post(LEAD, "/api/cycles", """
                {"name": "2026-Q4", "startsOn": "2026-10-01", "endsOn": "2026-12-31", "timeZone": "Europe/Berlin"}""");
        happier = objective("""
                "title": "Make customers so happy they become advocates", "ownerId": "ada",
                "teamId": "%s", "goalId": "%s\"""".formatted(support, goal));
        bigger = objective("\"title\": \"Be taken seriously\", \"ownerId\": \"eve\", \"teamId\": \"" + sales + '"');
        vague = objective("\"title\": \"Explore partners\", \"ownerId\": \"eve\", \"teamId\": \"" + sales + '"');
        nps = keyResult(happier, "ada", """
                "title": "Increase NPS from 32 to 50", "weight": 2,
                "metric": {"kind": "REACH", "unit": "NPS", "baseline": 32, "target": 50}""");
        reply = keyResult(happier, "bo", """
                "title": "Cut the first response time",
                "metric": {"kind": "REACH", "unit": "h", "baseline": 4, "target": 1}""");
        MovedClock.moveTo("2026-10-01T06:00:00Z");
        client.post(LEAD, "/api/cycles/" + cycle + "/opening", "{}");
    }

    private String objective(String fields) {
        return client.post(LEAD, "/api/objectives", "{\"cycleId\": \"" + cycle + "\", " + fields + '}');
    }

    /** Returns the path of the key result. */
    private String keyResult(String objective, String owner, String fields) {
        var path = "/api/objectives/" + objective + "/key-results";
        return path + '/' + client.post(owner, path, "{\"ownerId\": \"" + owner + "\", " + fields + '}');
    }

    /** Thursday of that week, 10:00Z: a day before the check-in is due. */
    private static void week(int week) {
        var thursday = LocalDate.of(2026, 10, 1).plusWeeks(week - 40);
        MovedClock.moveTo(thursday + "T10:00:00Z");
    }

    private String checkIn(String keyResult, int week, String value, int confidence) {
        return client.post(
                "somebody",
                keyResult + "/check-ins",
                "{\"value\": %s, \"confidence\": %d, \"week\": \"2026-W%d\"}".formatted(value, confidence, week));
    }
}
