package io.okrledger.query.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How fast the log grows and rebuilds go, as this node sees it. */
@Component
final class Rates {

    private final Rate log = new Rate();
    private final Map<String, Rate> rebuilds = new ConcurrentHashMap<>();

    Rate log() {
        return log;
    }

    /** That of the rebuild of a model. */
    Rate rebuild(String model) {
        return rebuilds.computeIfAbsent(model, begun -> new Rate());
    }

    /** The next rebuild is another one. */
    void forget(String model) {
        rebuilds.remove(model);
    }
}
