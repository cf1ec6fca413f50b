package io.okrledger.query.operations.rebuilds;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;

/** The processor of a model in one slot. It ends with the application and does not begin with it. */
public final class SlotProcessor extends PooledStreamingEventProcessor {

    SlotProcessor(Builder builder) {
        super(builder);
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }
}
