package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** The shapes of what a client is answered. */
final class Replies {

    private Replies() {}

    static Document okay() {
        return new Document("ok", 1.0);
    }

    /**
     * @param batch {@code firstBatch} or {@code nextBatch}
     * @param documents each a {@link Document}, or {@link io.okrledger.embedded.wire.Encoded} already
     */
    static Document cursor(String namespace, String batch, List<?> documents, long cursor) {
        var body = new Document("id", cursor).append("ns", namespace).append(batch, documents);
        return new Document("cursor", body).append("ok", 1.0);
    }

    static Document refusal(MongoServerException refusal) {
        return describe(new Document("ok", 0.0), refusal);
    }

    /** One statement of several that was refused. */
    static Document writeError(int statement, MongoServerException refusal) {
        return describe(new Document("index", statement), refusal);
    }

    private static Document describe(Document reply, MongoServerException refusal) {
        reply.append("errmsg", refusal.getMessageWithoutErrorCode());
        if (refusal instanceof MongoServerError error) {
            reply.append("code", error.getCode()).append("codeName", error.getCodeName());
        }
        return reply;
    }
}
