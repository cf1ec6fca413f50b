package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TeamApiTest extends Api {

    private static final String REASON = "{\"reason\": \"Merged into Sales\"}";

    @Test
    void goesThroughItsLife() {
        var company = team();
        var path = path(team());
        var before = log.head();
        assertThat(put(path + "/name", "{\"name\": \"Care\"}").header("ETag")).isEqualTo("\"1\"");
        assertThat(put(path + "/parent", under(company)).header("ETag")).isEqualTo("\"2\"");
        assertThat(put(path + "/parent", under(company)).header("ETag"))
                .as("the same parent again")
                .isEqualTo("\"2\"");
        assertThat(put(path + "/parent", "{\"parentTeamId\": null}").header("ETag"))
                .isEqualTo("\"3\"");
        var retirement = post(path + "/retirement", REASON);
        assertThat(retirement.status()).isEqualTo(200);
        assertThat(retirement.header("ETag")).isEqualTo("\"4\"");
        assertThat(eventsAfter(before))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly("team.renamed", "team.moved", "team.moved", "team.retired");
    }

    @Test
    void takesNoChangeAndNoTeamBelowItOnceItIsRetired() {
        var retired = team();
        post(path(retired) + "/retirement", REASON);
        var before = log.head();
        assertThat(List.of(
                        put(path(retired) + "/name", "{\"name\": \"Care\"}"),
                        put(path(retired) + "/parent", "{}"),
                        post(path(retired) + "/retirement", REASON)))
                .allSatisfy(answer -> assertRefused(answer, 409, "team-retired"));
        assertThat(log.head()).isEqualTo(before);

        var register = post("/api/teams", "{\"name\": \"Care\", \"parentTeamId\": \"" + retired + "\"}");
        var move = put(path(team()) + "/parent", under(retired));
        assertThat(List.of(register, move)).allSatisfy(answer -> {
            assertRefused(answer, 409, "team-retired");
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/parentTeamId");
        });
    }

    @Test
    void isNotPutBelowItself() {
        var top = team();
        var middle = team();
        var bottom = team();
        put(path(middle) + "/parent", under(top));
        put(path(bottom) + "/parent", under(middle));
        var before = log.head();
        assertThat(List.of(top, middle, bottom)).allSatisfy(below -> {
            var answer = put(path(top) + "/parent", under(below));
            assertRefused(answer, 409, "team-cycle");
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/parentTeamId");
        });
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void isChangedOnlyInTheVersionThatTheCallerHasSeen() {
        var path = path(team());
        put(path + "/name", "{\"name\": \"Care\"}");
        assertThat(List.of(
                        put(path + "/name", "{\"name\": \"Care\"}", "If-Match", "\"0\""),
                        put(path + "/parent", "{}", "If-Match", "\"0\""),
                        post(path + "/retirement", REASON, "If-Match", "\"0\"")))
                .allSatisfy(answer -> assertRefused(answer, 412, "version-conflict"));
    }

    @Test
    void mustBeThereAndSoMustItsParent() {
        var nowhere = path(UNKNOWN_ID);
        assertThat(List.of(
                        put(nowhere + "/name", "{\"name\": \"Care\"}"),
                        put(nowhere + "/parent", "{}"),
                        post(nowhere + "/retirement", REASON),
                        put(path(team()) + "/parent", under(UNKNOWN_ID))))
                .allSatisfy(answer -> assertRefused(answer, 404, "unknown-team"));
    }

    @Test
    void needsANameAndAReason() {
        var path = path(team());
        assertInvalid(put(path + "/name", "{\"name\": \" \"}"), "blank", "/name");
        assertInvalid(put(path + "/parent", "{\"parentTeamId\": \"Sales\"}"), "malformed", "/parentTeamId");
        assertInvalid(post(path + "/retirement", "{}"), "required", "/reason");
    }

    private static String path(String team) {
        return "/api/teams/" + team;
    }

    private static String under(String parent) {
        return "{\"parentTeamId\": \"" + parent + "\"}";
    }
}
