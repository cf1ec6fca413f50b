package io.okrledger.log.autoconfigure;

import static org.springframework.boot.actuate.endpoint.web.WebEndpointResponse.STATUS_NOT_FOUND;
import static org.springframework.boot.actuate.endpoint.web.WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;

import io.okrledger.log.letters.BlockedSequence;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.log.letters.Retry;
import io.okrledger.log.letters.RetryFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** {@code /actuator/deadletters}: the events that could not be handled; which to try again, which to give up. */
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {

    private final DeadLetters letters;
    private final Retry retry;

    DeadLettersEndpoint(DeadLetters letters, Retry retry) {
        this.letters = letters;
        this.retry = retry;
    }

    @ReadOperation
    Map<String, Map<String, List<BlockedSequence>>> show() {
        return Map.of("groups", letters.blocked());
    }

    @WriteOperation
    WebEndpointResponse<Object> retryAll() {
        return answer(() -> {
            var outcomes = new TreeMap<String, Retry.Outcome>();
            letters.counts()
                    .keySet()
                    .forEach(group -> retry.all(group).ifPresent(outcome -> outcomes.put(group, outcome)));
            return Optional.of(Map.of("groups", outcomes));
        });
    }

    @WriteOperation
    WebEndpointResponse<Object> retryGroup(@Selector String group) {
        return answer(() -> retry.all(group));
    }

    @WriteOperation
    WebEndpointResponse<Object> retrySequence(@Selector String group, @Selector String sequence) {
        return answer(() -> retry.one(group, sequence));
    }

    @DeleteOperation
    WebEndpointResponse<Void> discard(@Selector String group, @Selector long position) {
        return new WebEndpointResponse<>(
                letters.discard(group, position) ? WebEndpointResponse.STATUS_NO_CONTENT : STATUS_NOT_FOUND);
    }

    private static WebEndpointResponse<Object> answer(Supplier<Optional<?>> question) {
        try {
            return question.get()
                    .map(body -> new WebEndpointResponse<Object>(body))
                    .orElseGet(() -> new WebEndpointResponse<>(STATUS_NOT_FOUND));
        } catch (RetryFailedException e) {
            return new WebEndpointResponse<>(
                    Map.of("detail", String.valueOf(e.getMessage())), STATUS_SERVICE_UNAVAILABLE);
        }
    }
}
