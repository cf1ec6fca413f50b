package io.okrledger.query.http;

import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.slots.Serving;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the query gateway and waits for the answer, which is worked out on the asking thread. */
@Component
public final class Queries {

    private final QueryGateway gateway;
    private final Serving serving;

    Queries(QueryGateway gateway, Serving serving) {
        this.gateway = gateway;
        this.serving = serving;
    }

    /** A query that is answered with one thing or none. */
    public <R> Optional<R> find(Object query, Class<R> type) {
        return answer(query, ResponseTypes.optionalInstanceOf(type));
    }

    /** A query that always has an answer. */
    public <R> R get(Object query, Class<R> type) {
        return answer(query, ResponseTypes.instanceOf(type));
    }

    /** A query that is answered with a page of things of this type. */
    public <R> Page<R> page(Object query, Class<R> type) {
        return answer(query, new PageOf<>(type));
    }

    private <R> R answer(Object query, ResponseType<R> type) {
        return serving.steadily(() -> gateway.query(query, type).join());
    }
}
