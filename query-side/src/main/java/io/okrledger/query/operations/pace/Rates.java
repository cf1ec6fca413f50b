package io.okrledger.query.operations.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How fast the log grows and rebuilds go, as this node sees it. */
@Component
public final class Rates {

    private final Rate log = new Rate();
    private final Map<String, Rate> rebuilds = new ConcurrentHashMap<>();

    public Rate log() {
        return log;
    }

    /** That of the rebuild of a model. */
    public Rate rebuild(String model) {
        return rebuilds.computeIfAbsent(model, begun -> new Rate());
    }

    /** The next rebuild is another one. */
    public void forget(String model) {
        rebuilds.remove(model);
    }
}
