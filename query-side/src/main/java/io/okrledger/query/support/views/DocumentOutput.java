package io.okrledger.query.support.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.BsonSerializationException;
import org.bson.io.BasicOutputBuffer;

/**
 * Writes names and texts as a whole: one character after the other, as the driver does it, takes more time than all else in
 * the replay of a model.
 */
final class DocumentOutput extends BasicOutputBuffer {

    private static final int USUAL_BYTES = 4_096;

    DocumentOutput() {
        super(USUAL_BYTES);
    }

    @Override
    protected int writeCharacters(String text, boolean isName) {
        if (isName && text.indexOf('\0') >= 0) {
            throw new BsonSerializationException("The name of a field cannot hold the character 0");
        }
        var bytes = text.getBytes(UTF_8);
        writeBytes(bytes);
        writeByte(0);
        return bytes.length + 1;
    }
}
