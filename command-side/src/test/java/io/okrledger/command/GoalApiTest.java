package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalApiTest extends Api {

    private static final String WORDS = "{\"title\": \"Customers stay\"}";
    private static final String TO_BOB = "{\"ownerId\": \"bob\", \"reason\": \"Ada left\"}";
    private static final String END = "{\"outcome\": \"ACHIEVED\", \"reason\": \"Nine of ten renew\"}";

    @Test
    void goesThroughItsLife() {
        var goal = path();
        var before = log.head();
        assertThat(put(goal + "/wording", WORDS).header("ETag")).isEqualTo("\"1\"");
        assertThat(put(goal + "/owner", TO_BOB).header("ETag")).isEqualTo("\"2\"");
        assertThat(put(goal + "/wording", WORDS, "If-Match", "\"2\"").status())
                .as("the same words again")
                .isEqualTo(200);
        var ending = post(goal + "/ending", END);
        assertThat(ending.status()).isEqualTo(200);
        assertThat(ending.header("ETag")).isEqualTo("\"3\"");
        assertThat(eventsAfter(before))
                .satisfiesExactly(
                        reworded -> assertThat(reworded)
                                .startsWith("goal.reworded ")
                                .contains(
                                        "\"oldTitle\":\"Increase customer retention\",\"newTitle\":\"Customers stay\""),
                        reassigned -> assertThat(reassigned)
                                .startsWith("goal.owner-reassigned ")
                                .contains("\"oldOwnerId\":\"ada\",\"newOwnerId\":\"bob\",\"reason\":\"Ada left\""),
                        ended -> assertThat(ended)
                                .startsWith("goal.ended ")
                                .contains("\"outcome\":\"ACHIEVED\",\"reason\":\"Nine of ten renew\""));
    }

    @Test
    void takesNoChangeOnceItHasEnded() {
        var goal = path();
        post(goal + "/ending", END);
        var before = log.head();
        assertThat(List.of(put(goal + "/wording", WORDS), put(goal + "/owner", TO_BOB), post(goal + "/ending", END)))
                .allSatisfy(answer -> assertRefused(answer, 409, "goal-ended"));
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void isChangedOnlyInTheVersionThatTheCallerHasSeen() {
        var goal = path();
        put(goal + "/wording", WORDS);
        assertThat(List.of(
                        put(goal + "/wording", WORDS, "If-Match", "\"0\""),
                        put(goal + "/owner", TO_BOB, "If-Match", "\"0\""),
                        post(goal + "/ending", END, "If-Match", "\"0\"")))
                .allSatisfy(answer -> assertRefused(answer, 412, "version-conflict"));
    }

    @Test
    void mustBeThere() {
        var nowhere = "/api/goals/" + UNKNOWN_ID;
        assertThat(List.of(
                        put(nowhere + "/wording", WORDS),
                        put(nowhere + "/owner", TO_BOB),
                        post(nowhere + "/ending", END)))
                .allSatisfy(answer -> assertRefused(answer, 404, "unknown-goal"));
    }

    @Test
    void needsWordsAnOwnerAndAReason() {
        var goal = path();
        assertInvalid(put(goal + "/wording", "{}"), "required", "/title");
        assertInvalid(put(goal + "/owner", "{}"), "owner-required", "/ownerId");
        assertInvalid(post(goal + "/ending", "{\"outcome\": \"ACHIEVED\"}"), "required", "/reason");
        assertInvalid(
                post(goal + "/ending", "{\"outcome\": \"FORGOTTEN\", \"reason\": \"r\"}"), "malformed", "/outcome");
    }

    private String path() {
        return "/api/goals/" + goal();
    }
}
