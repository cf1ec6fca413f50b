package io.okrledger.query.support;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Hands a document to the driver as a whole. Field by field it goes through all that the driver puts around its messages,
 * which takes longer than everything else in a write of many documents.
 */
final class WholeDocumentCodec extends BsonDocumentCodec {

    private static final int USUAL_BYTES = 4_096;

    @Override
    public void encode(BsonWriter message, BsonDocument document, EncoderContext context) {
        try (var buffer = new BasicOutputBuffer(USUAL_BYTES);
                var whole = new BsonBinaryWriter(buffer)) {
            super.encode(whole, document, context);
            message.pipe(new BsonBinaryReader(ByteBuffer.wrap(buffer.getInternalBuffer(), 0, buffer.getPosition())));
        }
    }
}
