package io.okrledger.query.http;

import io.okrledger.query.support.Progress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
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
 * before anything is read: what is read after it can only be newer.
 */
final class Freshness implements HandlerInterceptor {

    static final String HEADER = "OKR-Position";
    static final String PAGING = Freshness.class.getName() + ".paging";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final Progress progress;
    private final LongSupplier head;
    private final ObjectProvider<ConversionService> conversion;

    Freshness(Progress progress, LongSupplier head, ObjectProvider<ConversionService> conversion) {
        this.progress = progress;
        this.head = head;
        this.conversion = conversion;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var answers = handler instanceof HandlerMethod method ? answers(method) : null;
        if (answers != null) {
            var asked = Parameters.check(request, (HandlerMethod) handler, conversion.getObject());
            // A page can only go on from a cursor where everything of the first page's position is known.
            var wanted = Math.max(
                    asked.minPosition(),
                    asked.after() == null ? 0 : asked.after().pin());
            var reached = await(answers, wanted, asked.patience());
            response.setHeader(HEADER, Long.toString(reached));
            if (reached < wanted) {
                throw new Refusal(
                        ProblemCode.NOT_THERE_YET,
                        "Position %d was asked for, %d is reached. Ask again in a moment.".formatted(wanted, reached));
            }
            request.setAttribute(PAGING, asked.paging(reached));
        }
        return true;
    }

    static @Nullable Answers answers(HandlerMethod method) {
        var own = method.getMethodAnnotation(Answers.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Answers.class);
    }

    private long await(Answers answers, long wanted, Duration wait) {
        var end = System.nanoTime() + wait.toNanos();
        var pause = FIRST_PAUSE.toNanos();
        var reached = reached(answers);
        while (reached < wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(pause, end - System.nanoTime()));
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            reached = reached(answers);
        }
        return reached;
    }

    private long reached(Answers answers) {
        return Arrays.stream(answers.value())
                .mapToLong(progress::position)
                .min()
                .orElseGet(head);
    }
}
