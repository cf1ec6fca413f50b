package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PauseApiTest extends Api {

    private static final String CHRISTMAS = pause("2026-12-24", "2027-01-01");

    @Test
    void isRecordedWithAnIdOfItsOwn() {
        var pauses = pausesOf(openCycle());
        var before = log.head();
        var answer = post(pauses, CHRISTMAS);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.header("Location")).isEqualTo(pauses + "/" + answer.text("/id"));
        assertThat(eventsAfter(before))
                .singleElement()
                .asString()
                .startsWith("cycle.check-ins-paused ")
                .contains(answer.text("/id"), "\"from\":\"2026-12-24\",\"to\":\"2027-01-01\"");
        assertThat(post(pauses, CHRISTMAS).header("ETag"))
                .as("pauses may overlap")
                .isEqualTo("\"3\"");
    }

    @Test
    void isRecordedOnceUnderAKey() {
        var pauses = pausesOf(openCycle());
        var first = post(pauses, CHRISTMAS, "Idempotency-Key", "christmas");
        var again = post(pauses, CHRISTMAS, "Idempotency-Key", "christmas");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void needsADayInACycleThatIsThereAndNotClosed() {
        var cycle = openCycle();
        var outside = post(pausesOf(cycle), pause("2026-09-01", "2026-09-30"));
        assertRefused(outside, 409, "pause-outside-cycle");
        assertThat(outside.text("/detail")).contains("2026-10-01", "2026-12-31");
        assertRefused(post(pausesOf(cycle), CHRISTMAS, "If-Match", "\"0\""), 412, "version-conflict");
        post("/api/cycles/" + cycle + "/closing", "{}");
        assertRefused(post(pausesOf(cycle), CHRISTMAS), 409, "cycle-closed");
        assertRefused(post(pausesOf(UNKNOWN_ID), CHRISTMAS), 404, "unknown-cycle");
    }

    @Test
    void endsNoEarlierThanItBegins() {
        var pauses = pausesOf(plannedCycle());
        assertInvalid(post(pauses, pause("2026-12-24", "2026-12-23")), "out-of-range", "/to");
        assertInvalid(post(pauses, pause("24 December", "2026-12-23")), "malformed", "/from");
        assertInvalid(post(pauses, "{\"from\": \"2026-12-24\", \"to\": \"2026-12-24\"}"), "required", "/reason");
        assertThat(post(pauses, pause("2026-12-24", "2026-12-24")).status()).isEqualTo(201);
    }

    private static String pausesOf(String cycle) {
        return "/api/cycles/" + cycle + "/pauses";
    }

    private static String pause(String from, String to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\", \"reason\": \"Holidays\"}";
    }
}
