package io.okrledger.embedded.wire;

import static de.bwaldvogel.mongo.wire.BsonConstants.TERMINATING_BYTE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;
import static de.bwaldvogel.mongo.wire.message.MongoMessage.SECTION_KIND_BODY;
import static de.bwaldvogel.mongo.wire.message.MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The parts of a message: the command, and lists that are sent beside it, each of which belongs into a field of it. */
final class Sections {

    private static final String INSERTS = "documents";
    private static final String UPDATES = "updates";
    private static final String UPDATE = "u";

    private final Document beside = new Document();
    private @Nullable Document command;

    private Sections() {}

    /** @throws IllegalArgumentException if they are not one command and lists with names of their own */
    static Document read(ByteBuf in) {
        var sections = new Sections();
        while (in.isReadable()) {
            sections.section(in);
        }
        return sections.whole();
    }

    private void section(ByteBuf in) {
        var kind = in.readByte();
        if (kind == SECTION_KIND_BODY && command == null) {
            command = BsonDecoder.decodeBson(in);
        } else if (kind == SECTION_KIND_DOCUMENT_SEQUENCE) {
            list(in.readSlice(in.readIntLE() - Integer.BYTES));
        } else {
            throw new IllegalArgumentException("a section of kind " + kind + " is too much");
        }
    }

    private void list(ByteBuf in) {
        var name = BsonDecoder.decodeCString(in);
        var documents = new ArrayList<>();
        while (in.isReadable()) {
            documents.add(element(name, in));
        }
        requireNew(beside, name);
        beside.put(name, documents);
    }

    private static Object element(String list, ByteBuf in) {
        return switch (list) {
            case INSERTS -> Encoded.next(in);
            case UPDATES -> update(in.readSlice(in.getIntLE(in.readerIndex())));
            default -> BsonDecoder.decodeBson(in);
        };
    }

    private static Document update(ByteBuf in) {
        in.skipBytes(Integer.BYTES);
        var update = new Document();
        for (var type = in.readByte(); type != TERMINATING_BYTE; type = in.readByte()) {
            var name = BsonDecoder.decodeCString(in);
            requireNew(update, name);
            var isDocument = name.equals(UPDATE) && type == TYPE_EMBEDDED_DOCUMENT;
            update.put(name, isDocument ? Encoded.nextUpdate(in) : BsonDecoder.decodeValue(type, in));
        }
        if (in.isReadable()) {
            throw new IllegalArgumentException("an update goes on behind its end");
        }
        return update;
    }

    private Document whole() {
        if (command == null) {
            throw new IllegalArgumentException("a message without a command");
        }
        for (var list : beside.entrySet()) {
            requireNew(command, list.getKey());
            command.put(list.getKey(), list.getValue());
        }
        return command;
    }

    private static void requireNew(Document document, String name) {
        if (document.containsKey(name)) {
            throw new IllegalArgumentException("two values for " + name);
        }
    }
}
