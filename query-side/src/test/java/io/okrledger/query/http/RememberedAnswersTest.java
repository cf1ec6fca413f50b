package io.okrledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.HandSetClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

/** Each answer that is worked out is another one here, so that a remembered one is seen. */
class RememberedAnswersTest {

    private static final Instant THEN = Instant.parse("2026-10-12T08:00:00Z");
    private static final String BOARD = "/api/scoreboard";

    private final Map<String, Long> positions = new HashMap<>(Map.of("scoreboard", 7L, "teams", 9L));
    private final HandSetClock clock = new HandSetClock();
    private final RememberedAnswers answers = new RememberedAnswers(positions::get, clock);
    private List<String> projections = List.of("scoreboard", "teams");
    private AsOf asOf = AsOf.now(THEN);
    private String type = "application/json";
    private int status = 200;
    private int length = 1;
    private Runnable meanwhile = () -> {};
    private int asked;

    @BeforeEach
    void setClock() {
        clock.setTo(THEN.toString());
    }

    @Test
    void givesAnAnswerAgainAsLongAsNothingMoves() throws Exception {
        var first = get(BOARD, "cycle=1");
        clock.setTo(THEN.plusMillis(999).toString());
        var again = get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(1);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getContentType()).isEqualTo("application/json");
        assertThat(again.getHeader("OKR-Position")).isEqualTo("7");
        assertThat(again.getHeader("ETag")).isNotNull().isEqualTo(first.getHeader("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoreboard", "teams"})
    void worksItOutAnewOnceOneOfItsProjectionsHasMoved(String projection) throws Exception {
        get(BOARD, "cycle=1");
        positions.merge(projection, 1L, Long::sum);
        var next = get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(2);
        assertThat(next.getHeader("OKR-Position"))
                .isEqualTo(Long.toString(Math.min(positions.get("scoreboard"), positions.get("teams"))));
    }

    @Test
    void givesAnAnswerAboutThePastAgainWhateverMoves() throws Exception {
        asOf = new AsOf(5, THEN);
        get(BOARD, "cycle=1&asOf=5");
        positions.replaceAll((projection, position) -> position + 1);
        get(BOARD, "cycle=1&asOf=5");
        assertThat(asked).isEqualTo(1);
        clock.setTo(THEN.plusMillis(1_000).toString());
        get(BOARD, "cycle=1&asOf=5");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void worksItOutAnewWhenAProjectionBeginsAgain() throws Exception {
        get(BOARD, "cycle=1");
        positions.put("scoreboard", 0L);
        assertThat(get(BOARD, "cycle=1").getHeader("OKR-Position")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 86_400_000, -1})
    void worksItOutAnewInAnotherSecond(long millis) throws Exception {
        get(BOARD, "cycle=1");
        clock.setTo(THEN.plusMillis(millis).toString());
        get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void takesNoQuestionForAnother() throws Exception {
        get(BOARD, "cycle=1");
        get(BOARD, "cycle=2");
        get(BOARD, "cycle=1&minPosition=7");
        get(BOARD, null);
        get("/api/cadence", "cycle=1");
        ask("GET", BOARD, "cycle=1", "text/csv");
        assertThat(asked).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 400, 404, 503})
    void remembersNothingButWholeAnswers(int other) throws Exception {
        status = other;
        get(BOARD, "cycle=1");
        get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/problem+json"})
    void remembersOnlyJson(String other) throws Exception {
        type = other;
        get(BOARD, "cycle=1");
        get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void remembersNothingThatComesFromNoProjection() throws Exception {
        projections = List.of();
        get("/api/audit/events", null);
        get("/api/audit/events", null);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void remembersNothingThatIsTooLarge() throws Exception {
        length = 1 << 20;
        var first = get(BOARD, "cycle=1");
        var second = get(BOARD, "cycle=1");
        assertThat(asked).isEqualTo(2);
        assertThat(first.getContentAsByteArray()).hasSize(length + 1);
        assertThat(second.getContentAsByteArray()).hasSize(length + 1);
    }

    @Test
    void looksAtNothingButReads() throws Exception {
        get(BOARD, "cycle=1");
        ask("HEAD", BOARD, "cycle=1", "application/json");
        ask("POST", BOARD, "cycle=1", "application/json");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void worksOutOnceWhatTwoAskAtOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var second = CompletableFuture.supplyAsync(() -> {
            try {
                begun.await();
                return get(BOARD, "cycle=1").getContentAsString();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        meanwhile = begun::countDown;
        var first = get(BOARD, "cycle=1");
        assertThat(second.get()).isEqualTo(first.getContentAsString());
        assertThat(asked).isEqualTo(1);
    }

    private MockHttpServletResponse get(String path, String query) throws Exception {
        return ask("GET", path, query, "application/json");
    }

    private MockHttpServletResponse ask(String method, String path, String query, String accept) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        request.addHeader("Accept", accept);
        var response = new MockHttpServletResponse();
        answers.doFilter(request, response, (asking, answer) -> {
            asked++;
            meanwhile.run();
            var standing = Standing.of(projections, positions::get);
            asking.setAttribute(Freshness.attribute(Standing.class), standing);
            asking.setAttribute(Freshness.attribute(AsOf.class), asOf);
            asking.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, path);
            response.setHeader("OKR-Position", projections.isEmpty() ? "11" : Long.toString(standing.reached()));
            response.setStatus(status);
            answer.setContentType(type);
            answer.getOutputStream().write('0' + asked);
            answer.getOutputStream().write(new byte[length]);
        });
        return response;
    }
}
