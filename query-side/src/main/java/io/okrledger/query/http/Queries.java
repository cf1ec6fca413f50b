package io.okrledger.query.http;

import io.okrledger.query.support.Page;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the query gateway and waits for the answer, which is worked out on the asking thread. */
@Component
public final class Queries {

    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** A query that is answered with one thing or none. */
    public <R> Optional<R> find(Object query, Class<R> type) {
        return gateway.query(query, ResponseTypes.optionalInstanceOf(type)).join();
    }

    /** A query that always has an answer. */
    public <R> R get(Object query, Class<R> type) {
        return gateway.query(query, ResponseTypes.instanceOf(type)).join();
    }

    /** A query that is answered with a page of things of this type. */
    public <R> Page<R> page(Object query, Class<R> type) {
        return gateway.query(query, new PageOf<>(type)).join();
    }
}
