package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of objectives, key results, check-ins and grades after they were made. */
class ObjectiveApiTest extends Api {

    private static final String REASON = "{\"reason\": \"It is no longer needed\"}";

    @Test
    void rewordsAlignsAndAbandonsAnObjective() {
        var cycle = openCycle();
        var parent = objectiveIn(cycle);
        var parents = keyResultOf(parent);
        var goal = goal();
        var objective = "/api/objectives/" + objectiveIn(cycle);
        var before = log.head();
        assertThat(put(objective + "/wording", """
                {"title": "Win more advocates", "description": "Who recommends us, stays."}""").header("ETag")).isEqualTo("\"1\"");
        assertThat(put(objective + "/alignment", """
                {"goalId": "%s", "alignedTo": {"objectiveId": "%s", "keyResultId": "%s"}}""".formatted(
                                        goal, parent, parents.substring(parents.lastIndexOf('/') + 1)))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(put(objective + "/alignment", "{}").header("ETag")).isEqualTo("\"3\"");
        assertThat(post(objective + "/abandonment", REASON).header("ETag")).isEqualTo("\"4\"");
        assertThat(eventsAfter(before))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly("objective.reworded", "objective.aligned", "objective.aligned", "objective.abandoned");
    }

    @Test
    void rewordsReweighsAndDropsAKeyResult() {
        var keyResult = keyResultOf(objectiveIn(openCycle()));
        var before = log.head();
        assertThat(put(keyResult + "/wording", """
                {"title": "Net promoter score to 50"}""").header("ETag")).isEqualTo("\"2\"");
        assertThat(put(keyResult + "/weight", "{\"weight\": 3}").header("ETag")).isEqualTo("\"3\"");
        assertThat(put(keyResult + "/weight", "{\"weight\": 3}").header("ETag")).isEqualTo("\"3\"");
        assertThat(post(keyResult + "/dropping", REASON).header("ETag")).isEqualTo("\"4\"");
        assertThat(log.head()).isEqualTo(before + 3);
    }

    @Test
    void retractsACheckIn() {
        var checkIn = checkInOf(keyResultOf(objectiveIn(openCycle())));
        var before = log.head();
        assertThat(post(checkIn + "/retraction", REASON).status()).isEqualTo(200);
        assertThat(eventsAfter(before))
                .singleElement()
                .asString()
                .startsWith("objective.check-in-retracted ")
                .contains("\"value\":41", "\"remaining\":null", "It is no longer needed");
        assertRefused("POST", checkIn + "/retraction", REASON, 409, "check-in-retracted");
    }

    @Test
    void amendsAGradeAfterTheClose() {
        var cycle = openCycle();
        var objective = objectiveIn(cycle);
        var keyResult = keyResultOf(objective);
        checkInOf(keyResult);
        close(cycle, 1);
        var before = log.head();
        assertThat(post(keyResult + "/grade-amendment", """
                {"score": 0.6, "reason": "One survey came late"}""").status()).isEqualTo(200);
        assertThat(eventsAfter(before))
                .singleElement()
                .asString()
                .contains("\"oldScore\":0.5,\"newScore\":0.6,\"reason\":\"One survey came late\"");
        assertRefused("POST", keyResult + "/dropping", REASON, 409, "objective-graded");
    }

    @Test
    void refusesAGradeThatIsNone() {
        var amendment = keyResultOf(objectiveIn(openCycle())) + "/grade-amendment";
        for (var score : new String[] {"-0.1", "1.1", "0.12345"}) {
            assertRefused("POST", amendment, """
                    {"score": %s, "reason": "Why not"}""".formatted(score), 400, "out-of-range");
        }
        assertRefused("POST", amendment, "{\"score\": 1}", 400, "required");
        assertRefused("POST", amendment, """
                {"score": 1, "reason": "Too early"}""", 409, "objective-not-graded");
    }

    @Test
    void leavesAloneWhatIsOver() {
        var cycle = openCycle();
        var objective = objectiveIn(cycle);
        var keyResult = keyResultOf(objective);
        post(keyResult + "/dropping", REASON);
        assertRefused("PUT", keyResult + "/weight", "{\"weight\": 3}", 409, "key-result-dropped");
        assertRefused("POST", keyResult + "/check-ins", "{\"value\": 1, \"confidence\": 5}", 409, "key-result-dropped");
        assertRefused("PUT", keyResult + "/weight", "{\"weight\": 101}", 400, "out-of-range");
        post("/api/objectives/" + objective + "/abandonment", REASON);
        assertRefused(
                "PUT", "/api/objectives/" + objective + "/wording", "{\"title\": \"T\"}", 409, "objective-abandoned");
        assertRefused("POST", "/api/objectives/" + objective + "/abandonment", REASON, 409, "objective-abandoned");
    }

    @Test
    void needsAnActiveTeamAndAGoalThatIsPursued() {
        var cycle = openCycle();
        var team = team();
        var goal = goal();
        post("/api/goals/" + goal + "/ending", "{\"outcome\": \"ACHIEVED\", \"reason\": \"They stay\"}");
        var objective = """
                {"title": "Win advocates", "cycleId": "%s", "teamId": "%s", "ownerId": "ada", "goalId": %s}""";
        assertRefused(
                "POST", "/api/objectives", objective.formatted(cycle, team, "\"" + goal + "\""), 409, "goal-ended");
        post("/api/teams/" + team + "/retirement", REASON);
        assertRefused("POST", "/api/objectives", objective.formatted(cycle, team, "null"), 409, "team-retired");
    }

    @Test
    void neverGradesWhatWasAbandoned() {
        var cycle = openCycle();
        var abandoned = objectiveIn(cycle);
        post("/api/objectives/" + abandoned + "/abandonment", REASON);
        objectiveIn(cycle);
        var before = log.head();
        close(cycle, 1);
        assertThat(eventsAfter(before)).noneMatch(event -> event.contains(abandoned));
    }

    @Test
    void refusesToStandAboveItself() {
        var cycle = openCycle();
        var upper = objectiveIn(cycle);
        var lower = objectiveIn(cycle);
        var below = "{\"alignedTo\": {\"objectiveId\": \"%s\"}}";
        put("/api/objectives/" + lower + "/alignment", below.formatted(upper));
        assertRefused("PUT", "/api/objectives/" + upper + "/alignment", below.formatted(lower), 409, "alignment-loop");
        assertRefused(
                "PUT",
                "/api/objectives/" + upper + "/alignment",
                below.formatted(UNKNOWN_ID),
                404,
                "unknown-objective");
    }
}
