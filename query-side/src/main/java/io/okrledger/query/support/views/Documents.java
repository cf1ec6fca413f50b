package io.okrledger.query.support.views;

import java.util.function.Consumer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.types.Decimal128;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Records as BSON, by way of their JSON: token by token, because the trees in between would be most of the work of a
 * replay. Decimals become Decimal128, which holds any number that the ledger takes exactly; instants stay text, because a
 * BSON date would lose what is below a millisecond.
 */
public final class Documents {

    public static final String ID = "_id";

    private static final JsonMapper JSON = new JsonMapper();

    private Documents() {}

    /** @param around writes the fields beside those of the record, the id included */
    public static RawBsonDocument write(Object view, Consumer<BsonWriter> around) {
        try (var tokens = TokenBuffer.forGeneration();
                var buffer = new DocumentOutput();
                var document = new BsonBinaryWriter(buffer)) {
            JSON.writeValue(tokens, view);
            document.writeStartDocument();
            around.accept(document);
            copyFields(tokens.asParser(), document);
            document.writeEndDocument();
            return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
        }
    }

    private static void copyFields(JsonParser tokens, BsonWriter document) {
        tokens.nextToken();
        while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = tokens.currentName();
            var value = tokens.nextToken();
            if (!name.equals("id")) {
                document.writeName(name);
                copy(value, tokens, document);
            }
        }
    }

    private static void copy(JsonToken token, JsonParser tokens, BsonWriter document) {
        switch (token) {
            case START_OBJECT -> {
                document.writeStartDocument();
                while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
                    document.writeName(tokens.currentName());
                    copy(tokens.nextToken(), tokens, document);
                }
                document.writeEndDocument();
            }
            case START_ARRAY -> {
                document.writeStartArray();
                for (var item = tokens.nextToken(); item != JsonToken.END_ARRAY; item = tokens.nextToken()) {
                    copy(item, tokens, document);
                }
                document.writeEndArray();
            }
            case VALUE_STRING -> document.writeString(tokens.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(tokens, document);
            case VALUE_TRUE, VALUE_FALSE -> document.writeBoolean(tokens.getBooleanValue());
            case VALUE_NULL -> document.writeNull();
            default -> throw new IllegalArgumentException("No document can hold a " + token);
        }
    }

    private static void copyNumber(JsonParser tokens, BsonWriter document) {
        switch (tokens.getNumberType()) {
            case INT -> document.writeInt32(tokens.getIntValue());
            case LONG -> document.writeInt64(tokens.getLongValue());
            case FLOAT, DOUBLE -> document.writeDouble(tokens.getDoubleValue());
            default -> document.writeDecimal128(new Decimal128(tokens.getDecimalValue()));
        }
    }

    public static <R> R read(RawBsonDocument document, Class<R> type) {
        return read(document, type, ID);
    }

    /** @param idField the one that holds the id of the record */
    static <R> R read(RawBsonDocument document, Class<R> type, String idField) {
        try (var fields = new BsonBinaryReader(document.getByteBuffer().asNIO());
                var tokens = TokenBuffer.forGeneration()) {
            fields.readStartDocument();
            tokens.writeStartObject();
            while (fields.readBsonType() != BsonType.END_OF_DOCUMENT) {
                var name = fields.readName();
                tokens.writeName(name.equals(idField) ? "id" : name);
                copy(fields, tokens);
            }
            tokens.writeEndObject();
            return JSON.readValue(tokens.asParser(), type);
        }
    }

    private static void copy(BsonReader field, JsonGenerator tokens) {
        switch (field.getCurrentBsonType()) {
            case DOCUMENT -> {
                field.readStartDocument();
                tokens.writeStartObject();
                while (field.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    tokens.writeName(field.readName());
                    copy(field, tokens);
                }
                tokens.writeEndObject();
                field.readEndDocument();
            }
            case ARRAY -> {
                field.readStartArray();
                tokens.writeStartArray();
                while (field.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    copy(field, tokens);
                }
                tokens.writeEndArray();
                field.readEndArray();
            }
            case STRING -> tokens.writeString(field.readString());
            case BOOLEAN -> tokens.writeBoolean(field.readBoolean());
            case INT32 -> tokens.writeNumber(field.readInt32());
            case INT64 -> tokens.writeNumber(field.readInt64());
            case DOUBLE -> tokens.writeNumber(field.readDouble());
            case DECIMAL128 -> tokens.writeNumber(field.readDecimal128().bigDecimalValue());
            case NULL -> {
                field.readNull();
                tokens.writeNull();
            }
            default -> throw new IllegalArgumentException("No view can hold a " + field.getCurrentBsonType());
        }
    }
}
