package io.okrledger.log.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer(SomethingHappened.TYPES);

    @Test
    void storesTheRegisteredNameAndRevision() {
        var serialized = serializer.serialize(new SomethingHappened("much"), String.class);

        assertThat(serialized.getType().getName()).isEqualTo("thing.something-happened");
        assertThat(serialized.getType().getRevision()).isEqualTo("1");
        assertThat(serialized.getData()).isEqualTo("{\"what\":\"much\"}");
        assertThat(serializer.<String, SomethingHappened>deserialize(serialized))
                .isEqualTo(new SomethingHappened("much"));
    }

    @Test
    void refusesAnEventWithoutAName() {
        assertThatThrownBy(() -> serializer.serialize(List.of(), String.class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void keepsAnUnknownEventRaw() {
        var stored = new SimpleSerializedObject<>(
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8), byte[].class, "thing.from-the-future", "1");

        UnknownSerializedType unknown = serializer.deserialize(stored);

        assertThat(unknown.serializedType().getName()).isEqualTo("thing.from-the-future");
        assertThat(unknown.readData(String.class)).isEqualTo("{\"a\":1}");
    }

    @Test
    void aClassNameInTheLogIsNoWayToAClass() {
        var stored = new SimpleSerializedObject<>("{}", String.class, SomethingHappened.class.getName(), "1");

        assertThat(serializer.<String, Object>deserialize(stored)).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void metaDataSurvives() {
        var metaData = MetaData.from(Map.of("actor", "ada"));

        assertThat(serializer.<String, MetaData>deserialize(serializer.serialize(metaData, String.class)))
                .isEqualTo(metaData);
    }

    @Test
    void metaDataInBytesIsReadLikeThatInText() {
        var metaData = MetaData.from(Map.of("actor", "ada", "attempt", 2));

        assertThat(serializer.<byte[], MetaData>deserialize(serializer.serialize(metaData, byte[].class)))
                .isEqualTo(metaData);
    }

    @Test
    void metaDataThatIsNoMapCannotBeRead() {
        var stored = new SerializedMetaData<>("[]".getBytes(StandardCharsets.UTF_8), byte[].class);

        assertThatThrownBy(() -> serializer.<byte[], MetaData>deserialize(stored))
                .isInstanceOf(SerializationException.class);
    }
}
