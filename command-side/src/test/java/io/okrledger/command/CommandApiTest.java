package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the command side answers when all is well, and what then stands in the log. */
class CommandApiTest extends Api {

    @Test
    void answersACreationWithItsPlaceItsVersionAndItsPosition() {
        var before = log.head();
        var answer = post("/api/goals", """
                {"title": "Increase customer retention", "description": "Two lines\\nof words", "ownerId": "ada"}""");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/goals/" + answer.text("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("OKR-Position")).isEqualTo(String.valueOf(before + 1));
        assertThat(answer.body().at("/version").asLong()).isZero();
        assertThat(answer.body().at("/position").asLong()).isEqualTo(before + 1);
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("id", "version", "position");
        assertThat(eventsAfter(before))
                .containsExactly("goal.defined {\"goalId\":\"" + answer.text("/id")
                        + "\",\"title\":\"Increase customer retention\",\"description\":\"Two lines\\nof words\","
                        + "\"ownerId\":\"ada\"}");
    }

    @Test
    void makesTimeOrderedIds() {
        var first = goal();
        var second = goal();
        assertThat(first)
                .isLessThan(second)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void writesWhoAskedAndWhyIntoEveryEvent() {
        post(
                "/api/teams",
                "{\"name\": \"Support\"}",
                "X-Actor",
                "ada",
                "X-Client",
                "board",
                "X-Correlation-Id",
                "chain-7");
        var metaData = metaDataOfNewestEvent();
        assertThat(metaData.at("/actor").asString()).isEqualTo("ada");
        assertThat(metaData.at("/client").asString()).isEqualTo("board");
        assertThat(metaData.at("/correlationId").asString()).isEqualTo("chain-7");
        assertThat(metaData.at("/command").asString()).isEqualTo("RegisterTeam");
        assertThat(metaData.at("/causationId").asString()).isNotBlank();
    }

    @Test
    void laysDownTheThresholdsThatAreGivenAndTheUsualOnesOtherwise() {
        post("/api/cycles", """
                {"name": "2026-Q4", "startsOn": "2026-10-01", "endsOn": "2026-12-31", "timeZone": "Europe/Berlin",
                 "policy": {"committedExpectation": 0.9}}""");
        assertThat(eventsAfter(log.head() - 1))
                .singleElement()
                .asString()
                .contains("\"committedExpectation\":0.9,\"aspirationalExpectation\":0.7");
    }

    @Test
    void returnsACorrelationIdAndMakesOneWhereNoneCame() {
        assertThat(post("/api/teams", "{\"name\": \"Sales\"}", "X-Correlation-Id", "mine")
                        .header("X-Correlation-Id"))
                .isEqualTo("mine");
        assertThat(post("/api/teams", "{\"name\": \"Sales\"}").header("X-Correlation-Id"))
                .isNotBlank();
    }

    @Test
    void takesAnObjectiveThroughAWeek() {
        var objective = objectiveIn(openCycle());
        var keyResult = keyResultOf(objective);
        var checkIn = post(keyResult + "/check-ins", """
                {"value": 41, "confidence": 7, "note": "Survey"}""");
        assertThat(checkIn.status()).isEqualTo(201);
        assertThat(checkIn.header("Location")).isEqualTo(keyResult + "/check-ins/" + checkIn.text("/id"));
        assertThat(checkIn.header("ETag")).isEqualTo("\"2\"");

        var correction = post(checkIn.header("Location") + "/correction", """
                {"value": 40, "reason": "Read wrong"}""");
        assertThat(correction.status()).isEqualTo(200);
        assertThat(correction.body().propertyNames()).containsExactlyInAnyOrder("version", "position");
        assertThat(put("/api/objectives/" + objective + "/owner", """
                {"ownerId": "bob", "reason": "Ada left"}""").header("ETag"))
                .isEqualTo("\"4\"");
        assertThat(put(keyResult + "/owner", """
                {"ownerId": "bob"}""").header("ETag")).isEqualTo("\"5\"");
        assertThat(put(keyResult + "/target", """
                {"target": 60, "reason": "Typed wrong"}""").header("ETag")).isEqualTo("\"6\"");
    }

    @Test
    void answersAChangeThatChangesNothingWithoutAnEvent() {
        var objective = objectiveIn(openCycle());
        var before = log.head();
        var answer = put("/api/objectives/" + objective + "/owner", """
                {"ownerId": "ada"}""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.body().at("/position").asLong()).isEqualTo(before);
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void changesOnlyTheVersionThatTheCallerHasSeen() {
        var cycle = plannedCycle();
        var opening = "/api/cycles/" + cycle + "/opening";
        assertThat(post(opening, "{}", "If-Match", "\"0\"").header("ETag")).isEqualTo("\"1\"");
        var stale = post("/api/cycles/" + cycle + "/closing", "{}", "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/code")).isEqualTo("version-conflict");
        assertThat(stale.text("/detail")).contains("Expected version 0").contains("actual version is 1");
        assertThat(post("/api/cycles/" + cycle + "/closing", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesAKeyedRequestOnceAndAnswersItAlike() {
        var body = """
                {"title": "Grow", "ownerId": "ada"}""";
        var first = post("/api/goals", body, "Idempotency-Key", "goal-1");
        var before = log.head();
        var again = post("/api/goals", " {\"ownerId\":\"ada\", \"title\":\"Grow\"} ", "Idempotency-Key", "goal-1");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void answersAKeyedCheckInWithTheSameCheckInAgain() {
        var checkIns = keyResultOf(objectiveIn(openCycle())) + "/check-ins";
        var body = """
                {"value": 41, "confidence": 7}""";
        var first = post(checkIns, body, "Idempotency-Key", "check-in-1");
        post(checkIns, body);
        var again = post(checkIns, body, "Idempotency-Key", "check-in-1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        post("/api/goals", "{\"title\": \"Grow\", \"ownerId\": \"ada\"}", "Idempotency-Key", "goal-2");
        var before = log.head();
        var other = post("/api/goals", "{\"title\": \"Shrink\", \"ownerId\": \"ada\"}", "Idempotency-Key", "goal-2");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void makesOneCommitOfAKeySentAtOnce() {
        var before = log.head();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        post("/api/goals", "{\"title\": \"Grow\", \"ownerId\": \"ada\"}", "Idempotency-Key", "goal-3")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(log.head()).isEqualTo(before + 1);
    }

    @Test
    void letsManyWritersOfOneObjectiveAllSucceed() {
        var checkIns = keyResultOf(objectiveIn(openCycle())) + "/check-ins";
        var before = log.head();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(checkIns, "{\"value\": " + i + ", \"confidence\": 5}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
        assertThat(log.head()).isEqualTo(before + 20);
    }

    @Test
    void gradesEveryObjectiveOfACycleThatCloses() {
        var cycle = openCycle();
        var measured = objectiveIn(cycle);
        post(keyResultOf(measured) + "/check-ins", "{\"value\": 41, \"confidence\": 7}");
        var empty = objectiveIn(cycle);
        var before = log.head();
        post("/api/cycles/" + cycle + "/closing", "{}", "X-Correlation-Id", "the-close");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log.head() == before + 3);
        assertThat(eventsAfter(before))
                .filteredOn(event -> event.startsWith("objective.graded"))
                .hasSize(2)
                .anyMatch(event -> event.contains(measured) && event.contains("\"score\":0.5,"))
                .anyMatch(event -> event.contains(empty) && event.contains("\"keyResults\":[]"));
        assertThat(log.read(before + 1, 10)).as("one commit for each objective").hasSize(2);
        assertThat(metaDataOfNewestEvent().at("/actor").asString()).isEqualTo("system:grading");
        assertThat(metaDataOfNewestEvent().at("/correlationId").asString()).isEqualTo("the-close");
    }

    /** It then meets the making of objectives whose cycle is closed already. */
    @Test
    void gradesBecauseOfTheCloseHoweverLateItIs() {
        grading().shutDown();
        var cycle = openCycle();
        var objectives = Stream.generate(() -> objectiveIn(cycle)).limit(10).toList();
        post("/api/cycles/" + cycle + "/closing", "{}", "X-Correlation-Id", "the-close");
        var closed = log.head();
        var closing = log.read(closed - 1, 1).get(0).events().get(0).id();
        grading().start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log.head() == closed + objectives.size());
        assertThat(LongStream.rangeClosed(closed + 1, log.head()).mapToObj(this::metaDataAt))
                .extracting(metaData -> metaData.at("/correlationId").asString())
                .containsOnly("the-close");
        assertThat(LongStream.rangeClosed(closed + 1, log.head()).mapToObj(this::metaDataAt))
                .extracting(metaData -> metaData.at("/causationId").asString())
                .containsOnly(closing);
    }
}
