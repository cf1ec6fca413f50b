package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoverApiTest extends Api {

    /** Somebody whom no other test knows. */
    private final String person = "ann-" + UUID.randomUUID();

    @Test
    void takesAllThatThePersonOwnsNowWithOneCommitForEachStream() {
        var goal = goalOf(person);
        var cycle = openCycle();
        var objective = objectiveOf(person, cycle);
        var first = keyResultOf(person, objective);
        var second = keyResultOf(person, objective);
        var others = objectiveOf("cat", plannedCycle());
        var helped = keyResultOf(person, others);
        put("/api/objectives/" + objectiveOf(person, cycle) + "/owner", "{\"ownerId\": \"cat\"}");
        var before = log.head();

        var answer = handOver(null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/refused").isEmpty()).isTrue();
        assertThat(answer.body().at("/reassigned"))
                .extracting(Object::toString)
                .containsExactly(
                        "{\"goalId\":\"%s\",\"version\":1,\"position\":%d}".formatted(goal, before + 1),
                        "{\"objectiveId\":\"%s\",\"version\":5,\"position\":%d}".formatted(objective, before + 4),
                        keyResult(objective, first, 5, before + 4),
                        keyResult(objective, second, 5, before + 4),
                        keyResult(others, helped, 2, before + 5));
        assertThat(answer.body().at("/position").asLong()).isEqualTo(before + 5);
        assertThat(answer.header("OKR-Position")).isEqualTo(String.valueOf(before + 5));
        assertThat(log.read(before, 10)).hasSize(3);
        assertThat(eventsAfter(before))
                .allSatisfy(event -> assertThat(event)
                        .contains("owner-reassigned", "\"newOwnerId\":\"bob\",\"reason\":\"Ann leaves\""));
    }

    @Test
    void leavesWhatHasEndedWithWhoeverOwnedItAndSaysSo() {
        var ended = goalOf(person);
        post("/api/goals/" + ended + "/ending", "{\"outcome\": \"DROPPED\", \"reason\": \"Other worries\"}");
        var closed = openCycle();
        var old = objectiveOf(person, closed);
        var current = objectiveOf(person, openCycle());
        post("/api/cycles/" + closed + "/closing", "{}");

        var answer = handOver(null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/reassigned").findValuesAsString("objectiveId"))
                .containsExactly(current);
        assertThat(answer.text("/refused/0/goalId")).isEqualTo(ended);
        assertThat(answer.text("/refused/0/code")).isEqualTo("goal-ended");
        assertThat(answer.text("/refused/1/objectiveId")).isEqualTo(old);
        assertThat(answer.text("/refused/1/code")).isIn("cycle-closed", "objective-graded");
        assertThat(answer.text("/refused/1/detail")).isNotBlank();
        assertThat(answer.body().at("/refused").size()).isEqualTo(2);
    }

    @Test
    void staysInsideTheCycleThatIsGiven() {
        goalOf(person);
        var cycle = openCycle();
        var inside = objectiveOf(person, cycle);
        objectiveOf(person, openCycle());
        var answer = handOver(cycle);
        assertThat(answer.body().at("/reassigned").size()).isEqualTo(1);
        assertThat(answer.text("/reassigned/0/objectiveId")).isEqualTo(inside);
        assertThat(answer.body().at("/refused").isEmpty()).isTrue();
    }

    @Test
    void doesTheRestWhenItIsSentAgain() {
        objectiveOf(person, openCycle());
        handOver(null);
        var before = log.head();
        assertThat(handOver(null).body().at("/reassigned").isEmpty()).isTrue();
        assertThat(log.head()).isEqualTo(before);
        var late = goalOf(person);
        assertThat(handOver(null).text("/reassigned/0/goalId")).isEqualTo(late);
    }

    @Test
    void handsNothingOverTwiceUnderAKeyAndTellsWhatItDid() {
        var objective = objectiveOf(person, openCycle());
        keyResultOf(person, objective);
        var key = "leaving-" + person;
        var first = handOver(null, "Idempotency-Key", key);
        put("/api/objectives/" + objective + "/owner", "{\"ownerId\": \"" + person + "\"}");
        var before = log.head();

        var again = handOver(null, "Idempotency-Key", key);

        assertThat(first.body().at("/reassigned").size()).isEqualTo(2);
        assertThat(again.body().at("/reassigned")).isEqualTo(first.body().at("/reassigned"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(log.head()).isEqualTo(before);
        assertRefused(
                post(path(), "{\"toPersonId\": \"cat\", \"reason\": \"Ann leaves\"}", "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void goesOnWhileOthersCheckInAndHandOver() {
        var objective = objectiveOf(person, openCycle());
        var checkIns = "/api/objectives/" + objective + "/key-results/" + keyResultOf(person, objective) + "/check-ins";
        var before = log.head();

        var checkedIn = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(checkIns, "{\"value\": " + i + ", \"confidence\": 5}")))
                .toList();
        var handedOver = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> handOver(null)))
                .toList();

        assertThat(checkedIn).extracting(answer -> answer.join().status()).containsOnly(201);
        assertThat(handedOver).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(200);
            assertThat(answer.join().body().at("/refused").isEmpty()).isTrue();
        });
        assertThat(handedOver.stream()
                        .mapToInt(
                                answer -> answer.join().body().at("/reassigned").size()))
                .containsOnlyOnce(2)
                .containsOnly(0, 2);
        assertThat(log.head()).isEqualTo(before + 22);
    }

    @Test
    void asksWhoGetsItAndWhy() {
        assertInvalid(post(path(), "{\"reason\": \"r\"}"), "required", "/toPersonId");
        assertInvalid(post(path(), "{\"toPersonId\": \"bob\"}"), "required", "/reason");
        assertInvalid(
                post(path(), "{\"toPersonId\": \"" + person + "\", \"reason\": \"r\"}"), "same-person", "/toPersonId");
        assertRefused(handOver(UNKNOWN_ID), 404, "unknown-cycle");
        assertRefused(
                post("/api/people/a%20b/handover", "{\"toPersonId\": \"b\", \"reason\": \"r\"}"), 400, "malformed");
    }

    private Answer handOver(@Nullable String cycle, String... headers) {
        var inCycle = cycle == null ? "" : ", \"cycleId\": \"" + cycle + "\"";
        return post(path(), "{\"toPersonId\": \"bob\", \"reason\": \"Ann leaves\"" + inCycle + "}", headers);
    }

    private String path() {
        return "/api/people/" + person + "/handover";
    }

    private String goalOf(String owner) {
        return post("/api/goals", "{\"title\": \"Grow\", \"ownerId\": \"" + owner + "\"}")
                .text("/id");
    }

    private String objectiveOf(String owner, String cycle) {
        return post("/api/objectives", """
                {"title": "Win advocates", "cycleId": "%s", "teamId": "%s", "ownerId": "%s"}""".formatted(cycle, team(), owner)).text("/id");
    }

    private String keyResultOf(String owner, String objective) {
        return post("/api/objectives/" + objective + "/key-results", """
                {"title": "NPS to 50", "ownerId": "%s",
                 "metric": {"kind": "REACH", "unit": "NPS", "baseline": 32, "target": 50}}""".formatted(owner))
                .text("/id");
    }

    private static String keyResult(String objective, String keyResult, int version, long position) {
        return "{\"objectiveId\":\"%s\",\"keyResultId\":\"%s\",\"version\":%d,\"position\":%d}"
                .formatted(objective, keyResult, version, position);
    }
}
