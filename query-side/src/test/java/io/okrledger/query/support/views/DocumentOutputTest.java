package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bson.BsonBinaryWriter;
import org.bson.BsonSerializationException;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentOutputTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "2026-W41", "Zufriedenheit erhöhen", "41 °C ☂ 𝄞", "€"})
    void writesWhatTheDriverWrites(String text) {
        assertThat(write(new DocumentOutput(), text)).isEqualTo(write(new BasicOutputBuffer(), text));
    }

    @Test
    void writesLongTextsAndThoseWithZeros() {
        for (var text : new String[] {"ä".repeat(100_000), "a\0b"}) {
            var ours = new DocumentOutput();
            ours.writeString(text);
            var theirs = new BasicOutputBuffer();
            theirs.writeString(text);
            assertThat(ours.toByteArray()).isEqualTo(theirs.toByteArray());
        }
    }

    @Test
    void writesNoNameThatWouldEndTooSoon() {
        assertThatExceptionOfType(BsonSerializationException.class)
                .isThrownBy(() -> write(new DocumentOutput(), "a\0b"));
    }

    private static byte[] write(BasicOutputBuffer output, String text) {
        try (output;
                var document = new BsonBinaryWriter(output)) {
            document.writeStartDocument();
            document.writeString(text, text);
            document.writeInt32("number", 1);
            document.writeEndDocument();
            return output.toByteArray();
        }
    }
}
