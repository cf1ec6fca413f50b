package io.okrledger.query.http;

import io.okrledger.query.http.asked.Asked;
import io.okrledger.query.http.asked.Moments;
import io.okrledger.query.http.asked.Parameters;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.paging.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Tells with every answer which position it reflects at least, and waits for one when asked to. The position is taken
 * before anything is read: what is read after it can only be newer. An answer about the past reflects that position and
 * nothing behind it.
 */
final class Freshness implements HandlerInterceptor {

    static final String HEADER = "OKR-Position";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(2);

    private final Progress progress;
    private final LongSupplier head;
    private final Moments moments;
    private final ObjectProvider<ConversionService> conversion;

    Freshness(Progress progress, LongSupplier head, Moments moments, ObjectProvider<ConversionService> conversion) {
        this.progress = progress;
        this.head = head;
        this.moments = moments;
        this.conversion = conversion;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var answers = handler instanceof HandlerMethod method ? answers(method) : null;
        if (answers != null) {
            var asked = Parameters.check(request, (HandlerMethod) handler, conversion.getObject());
            var past = moments.position(asked);
            var wanted = wanted(asked, past);
            var standing = await(answers, wanted, asked.patience());
            var reached = standing.reached();
            response.setHeader(HEADER, Long.toString(past == null || reached < wanted ? reached : past));
            if (reached < wanted) {
                throw new Refusal(
                        ProblemCode.NOT_THERE_YET,
                        "Position %d was asked for, %d is reached. Ask again in a moment.".formatted(wanted, reached));
            }
            var asOf = moments.asOf(asked, past);
            request.setAttribute(attribute(Standing.class), standing);
            request.setAttribute(attribute(AsOf.class), asOf);
            request.setAttribute(
                    attribute(Paging.class),
                    past == null ? asked.paging(reached, null) : asked.paging(past, asOf.instant()));
        }
        return true;
    }

    /** The attribute of the request that holds what was asked for. */
    static String attribute(Class<?> type) {
        return Freshness.class.getName() + "." + type.getSimpleName();
    }

    /** The part of a list that was asked for, as it was decided on before the handler ran. */
    static Paging paging(HttpServletRequest request) {
        return (Paging) request.getAttribute(attribute(Paging.class));
    }

    /**
     * How far what the answer comes from had come before it was worked out; null for an answer that comes from no
     * projection.
     */
    static @Nullable Standing standing(HttpServletRequest request) {
        var standing = (Standing) request.getAttribute(attribute(Standing.class));
        return standing == null || standing.projections().isEmpty() ? null : standing;
    }

    /** Whether a moment of the past was asked about, of which nothing that happens can change what is answered. */
    static boolean isPast(HttpServletRequest request) {
        return !((AsOf) request.getAttribute(attribute(AsOf.class))).isNow();
    }

    static @Nullable Answers answers(HandlerMethod method) {
        var own = method.getMethodAnnotation(Answers.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Answers.class);
    }

    /** A page can only go on from a cursor where everything of the first page's position is known. */
    private static long wanted(Asked asked, @Nullable Long past) {
        var pin = asked.after() == null ? 0 : asked.after().pin();
        return Math.max(asked.minPosition(), past == null ? pin : past);
    }

    private Standing await(Answers answers, long wanted, Duration wait) {
        var projections = List.of(answers.value());
        var end = System.nanoTime() + wait.toNanos();
        var pause = FIRST_PAUSE.toNanos();
        var standing = standing(projections);
        while (standing.reached() < wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(pause, end - System.nanoTime()));
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            standing = standing(projections);
        }
        return standing;
    }

    private Standing standing(List<String> projections) {
        return projections.isEmpty()
                ? new Standing(projections, List.of(head.getAsLong()))
                : Standing.of(projections, progress::position);
    }
}
