package io.okrledger.query.support;

import io.okrledger.log.tokens.MongoTokenStore;
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

    Progress(ObjectProvider<EventProcessingConfiguration> processors, MongoTokenStore tokens) {
        this.processors = processors;
        this.tokens = tokens;
    }

    /** The position up to which every event is in the documents of the projection, 0 at the beginning. */
    public long position(String projection) {
        var own = processors
                .getObject()
                .eventProcessor(projection, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values())
                .orElseGet(List::of);
        var known = own.stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        return coverEverything(own) ? known : tokens.positionOf(projection);
    }

    private static boolean coverEverything(Collection<EventTrackerStatus> segments) {
        var share = segments.stream()
                .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                .sum();
        return share == 1.0;
    }
}
