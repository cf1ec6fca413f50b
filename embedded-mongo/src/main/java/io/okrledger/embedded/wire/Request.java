package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.ReplyFlag;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command as it came over the wire, and the form that its reply takes. */
record Request(ClientRequest message) {

    private static final Logger LOG = LoggerFactory.getLogger(Request.class);
    private static final Set<String> HANDSHAKES = Set.of("hello", "isMaster", "ismaster");
    private static final AtomicInteger REPLY_IDS = new AtomicInteger();

    String database() {
        return message.getDatabaseName();
    }

    /** The command; clients shake hands in an OP_QUERY, which some wrap once more. */
    Document command() {
        if (message instanceof MongoMessage it) {
            return it.getDocument();
        }
        var query = ((MongoQuery) message).getQuery();
        return query.get("$query") instanceof Document command ? command : query;
    }

    private String name() {
        return command().keySet().stream().findFirst().orElse("");
    }

    Answer run(Commands commands) {
        try {
            return commands.run(message.getChannel(), database(), command());
        } catch (Throwable e) { // an Error too: it would end the thread and leave the client waiting
            LOG.error("A {} failed for a reason that its client is not told", name(), e);
            return Answer.FAULT;
        }
    }

    boolean isAnswered() {
        return !(message instanceof MessageDecoder.Unanswered);
    }

    /** Whether this has the form that servers understand in a handshake only, and is none. */
    boolean isLegacyQuery() {
        return message instanceof MongoQuery && !(isCommand() && HANDSHAKES.contains(name()));
    }

    private boolean isCommand() {
        return message.getCollectionName().equals("$cmd");
    }

    /** The last resort of a client that wants no answer. */
    void logFailure(Document reply) {
        if (!Utils.isTrue(reply.get("ok")) || reply.containsKey("writeErrors")) {
            LOG.warn("An unacknowledged {} failed: {}", name(), reply);
        }
    }

    Object reply(Document document) {
        var header = new MessageHeader(
                REPLY_IDS.incrementAndGet(), message.getHeader().getRequestID());
        if (message instanceof MongoMessage) {
            return new MongoMessage(message.getChannel(), header, document);
        }
        return isCommand()
                ? new MongoReply(header, document)
                : new MongoReply(header, legacy(document), ReplyFlag.QUERY_FAILURE);
    }

    private static Document legacy(Document failure) {
        var legacy = new Document("$err", failure.get("errmsg"));
        legacy.putAll(failure);
        return legacy;
    }
}
