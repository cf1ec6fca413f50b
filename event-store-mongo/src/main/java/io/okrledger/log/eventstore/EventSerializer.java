package io.okrledger.log.eventstore;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Events as JSON under their names in the {@linkplain EventTypes registry}; no class name gets into the log. An event
 * with an unknown name is read as {@link UnknownSerializedType}, one without a name is refused when it is written.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ObjectReader metaData = getObjectMapper().readerForMapOf(Object.class);

    public EventSerializer(EventTypes types) {
        super(builder());
        this.types = types;
    }

    /** Made once for each type: there are few types and many events. */
    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /** Metadata is a map. Its type would be worked out anew for each event otherwise. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as declared by Axon
    public <S, T> T deserialize(SerializedObject<S> object) {
        if (!SerializedMetaData.isSerializedMetaData(object) || !(object.getData() instanceof byte[] json)) {
            return super.deserialize(object);
        }
        try {
            return (T) MetaData.from(metaData.readValue(json));
        } catch (JacksonException e) {
            throw new SerializationException("metadata cannot be read", e);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(Class type) {
        if (MetaData.class.equals(type)) {
            return super.typeForClass(type);
        }
        return types.byClass((Class<?>) type)
                .map(found -> new SimpleSerializedType(found.name(), Integer.toString(found.revision())))
                .orElseThrow(() -> new SerializationException("no name is registered for events of " + type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return types.byName(type.getName()).<Class<?>>map(EventType::type).orElse(UnknownSerializedType.class);
    }

    static int revision(SerializedType type) {
        return Integer.parseInt(requireNonNullElse(type.getRevision(), "0"));
    }
}
