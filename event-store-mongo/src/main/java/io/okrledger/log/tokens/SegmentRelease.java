package io.okrledger.log.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Gives a segment of a processor back for so long that another node can claim it. */
@FunctionalInterface
public interface SegmentRelease {

    void release(String processor, int segment);

    /**
     * Releases segments of Axon's processors.
     *
     * @param processors finds a processor by its name
     * @param pause how long a segment that was given back is not claimed again
     */
    static SegmentRelease by(Function<String, Optional<StreamingEventProcessor>> processors, Duration pause) {
        return (name, segment) -> {
            // Axon adds the duration to the clock of event messages and compares the sum with the processor's own
            // clock.
            // The first may stand still, so what lies between the two is added here.
            var until = Clock.systemUTC().instant().plus(pause);
            var duration = Duration.between(GenericEventMessage.clock.instant(), until);
            processors
                    .apply(name)
                    .ifPresent(found -> found.releaseSegment(segment, duration.toMillis(), TimeUnit.MILLISECONDS));
        };
    }
}
