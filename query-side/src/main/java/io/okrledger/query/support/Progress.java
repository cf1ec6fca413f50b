package io.okrledger.query.support;

import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.query.support.slots.Serving;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How far projections have come, on all nodes together. This node's own segments are known from memory; the others'
 * from what their nodes have stored, which may be a little behind what they have done, never ahead of it.
 */
@Component
public final class Progress {

    private final ObjectProvider<EventProcessingConfiguration> processors;
    private final MongoTokenStore tokens;
    private final Serving serving;

    Progress(ObjectProvider<EventProcessingConfiguration> processors, MongoTokenStore tokens, Serving serving) {
        this.processors = processors;
        this.tokens = tokens;
        this.serving = serving;
    }

    /** The position up to which every event is in the documents of the model from which this node answers. */
    public long position(String model) {
        return serving.position(model, this::ofProcessor);
    }

    /** The position up to which a processor has handled every event, 0 at the beginning. */
    public long ofProcessor(String name) {
        var own = processors
                .getObject()
                .eventProcessor(name, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values())
                .orElseGet(List::of);
        var known = own.stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        return coverEverything(own) ? known : tokens.positionOf(name);
    }

    private static boolean coverEverything(Collection<EventTrackerStatus> segments) {
        var share = segments.stream()
                .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                .sum();
        return share == 1.0;
    }
}
