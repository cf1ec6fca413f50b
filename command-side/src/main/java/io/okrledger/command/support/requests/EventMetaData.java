package io.okrledger.command.support.requests;

import io.okrledger.log.eventstore.CommitMetaData;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What every event says beside its fact: who, by which command, in which chain of causes, through which application.
 * All values are strings.
 */
@Component
public final class EventMetaData implements CorrelationDataProvider {

    public static final String ACTOR = "actor";
    public static final String COMMAND = "command";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String CLIENT = "client";
    /** The id of the thing that the request made, so that a replayed request is answered as the first one was. */
    public static final String CREATED = "created";
    /** When it happened, as an import claims; what is not imported happened when it was recorded. */
    public static final String EFFECTIVE_AT = "effectiveAt";

    private static final String[] OF_A_REQUEST = {
        ACTOR, CORRELATION_ID, CAUSATION_ID, CLIENT, CREATED, EFFECTIVE_AT, CommitMetaData.IDEMPOTENCY_KEY
    };

    /** The instant by which weeks and paces are judged. */
    public static Instant happenedAt(Instant recordedAt, @Nullable String effectiveAt) {
        return effectiveAt == null ? recordedAt : Instant.parse(effectiveAt);
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var metaData = new HashMap<String, Object>();
        metaData.put(CAUSATION_ID, message.getIdentifier());
        if (message instanceof CommandMessage<?> command) {
            metaData.put(COMMAND, command.getPayloadType().getSimpleName());
            metaData.putAll(message.getMetaData().subset(OF_A_REQUEST));
        } else {
            metaData.putAll(message.getMetaData().subset(CORRELATION_ID));
        }
        return metaData;
    }
}
