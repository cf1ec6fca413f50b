package io.okrledger.query.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives an answer again to whoever asks the same while it would be the same: as long as no projection that it came from
 * has moved, unless it is about the past, and for a second at most, because what is judged by the clock changes by itself.
 * Only whole answers in JSON are remembered, and never a refusal or a table. What changes without a position, by another try
 * of a parked event or another slot, may be seen that second later.
 */
final class RememberedAnswers extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 16L << 20;

    private final ToLongFunction<String> progress;
    private final Clock clock;
    private final Cache<Question, Answer> answers = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Answer answer) -> question.weight() + answer.body.size())
            .build();

    private final ConcurrentMap<Question, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** What makes an answer what it is, beside what is known and when it is asked. */
    private record Question(
            String uri, @Nullable String query, @Nullable String accept) {

        static Question of(HttpServletRequest request) {
            return new Question(
                    request.getRequestURI(), request.getQueryString(), request.getHeader(HttpHeaders.ACCEPT));
        }

        int weight() {
            return uri.length() + (query == null ? 0 : query.length()) + (accept == null ? 0 : accept.length());
        }
    }

    /** @param at a moment before it was worked out */
    private record Answer(
            Instant at,
            Standing standing,
            boolean past,
            String pattern,
            String position,
            String type,
            String etag,
            ByteArrayOutputStream body) {}

    /** @param progress the position that a projection has reached by now */
    RememberedAnswers(ToLongFunction<String> progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var question = Question.of(request);
        if (tellIfRight(question, request, response)) {
            return;
        }
        var mine = new CompletableFuture<Void>();
        var others = underWay.putIfAbsent(question, mine);
        if (others == null) {
            try {
                workOut(question, request, response, chain);
            } finally {
                underWay.remove(question);
                mine.complete(null);
            }
        } else if (!isThereAfter(others) || !tellIfRight(question, request, response)) {
            workOut(question, request, response, chain);
        }
    }

    private boolean tellIfRight(Question question, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var known = answers.getIfPresent(question);
        if (known == null || !isStillRight(known)) {
            return false;
        }
        tell(known, request, response);
        return true;
    }

    /** What many ask at once is worked out once; but nobody waits for a slow reader of a long table. */
    private static boolean isThereAfter(CompletableFuture<Void> others) {
        try {
            others.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void workOut(Question question, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var now = clock.instant();
        var copy = new CopiedResponse(response);
        chain.doFilter(request, copy);
        var standing = Freshness.standing(request);
        var body = copy.whole();
        if (standing != null && body != null && isWhole(response)) {
            var etag = ContentEtag.of(body.toByteArray());
            response.setHeader(HttpHeaders.ETAG, etag);
            var pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            var position = response.getHeader(Freshness.HEADER);
            answers.put(
                    question,
                    new Answer(
                            now,
                            standing,
                            Freshness.isPast(request),
                            pattern,
                            position,
                            response.getContentType(),
                            etag,
                            body));
        }
    }

    private static boolean isWhole(HttpServletResponse response) {
        return response.getStatus() == HttpServletResponse.SC_OK
                && MediaType.APPLICATION_JSON_VALUE.equals(response.getContentType());
    }

    private boolean isStillRight(Answer answer) {
        var age = Duration.between(answer.at, clock.instant());
        return !age.isNegative()
                && age.compareTo(LONGEST) < 0
                && (answer.past || answer.standing.equals(standingNow(answer)));
    }

    private Standing standingNow(Answer answer) {
        return Standing.of(answer.standing.projections(), progress);
    }

    private static void tell(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Counted with the others of its door.
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(answer.pattern));
        response.setHeader(Freshness.HEADER, answer.position);
        response.setHeader(HttpHeaders.ETAG, answer.etag);
        response.setContentType(answer.type);
        response.setContentLength(answer.body.size());
        answer.body.writeTo(response.getOutputStream());
    }
}
