package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;

/**
 * What a command is answered with.
 *
 * @param durable whether the reply has to wait until everything that was written before it is on the disk
 */
public record Answer(Document reply, boolean durable) {

    static final Answer FAULT = failure(1, "InternalError", "the command failed for a reason that is in the log");
    static final Answer BUSY = failure(202, "NetworkInterfaceExceededTimeLimit", "the store is busy");
    static final Answer UNSUPPORTED_QUERY =
            failure(352, "UnsupportedOpQueryCommand", "OP_QUERY carries handshakes only; all else is OP_MSG");

    private static Answer failure(int code, String codeName, String message) {
        var reply = new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", codeName);
        return new Answer(reply, false);
    }
}
