package io.okrledger.log.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Every document that differs from a given one in a single place, and what the difference is. */
final class Forgeries {

    private Forgeries() {}

    /** None has another {@code _id}, which would be another document. */
    static Map<String, BsonDocument> of(BsonDocument sound) {
        var forgeries = new LinkedHashMap<String, BsonDocument>();
        of((BsonValue) sound).forEach((change, forged) -> {
            if (forged.asDocument().get("_id") != null
                    && forged.asDocument().get("_id").equals(sound.get("_id"))) {
                forgeries.put(change, forged.asDocument());
            }
        });
        return forgeries;
    }

    private static Map<String, BsonValue> of(BsonValue sound) {
        if (sound instanceof BsonDocument document) {
            return ofDocument(document);
        }
        return sound instanceof BsonArray array ? ofArray(array) : ofLeaf(sound);
    }

    private static Map<String, BsonValue> ofDocument(BsonDocument sound) {
        var forgeries = new LinkedHashMap<String, BsonValue>();
        forgeries.put(" with a field more", sound.clone().append("more", BsonNull.VALUE));
        sound.forEach((name, value) -> {
            var without = sound.clone();
            without.remove(name);
            forgeries.put(name + " is gone", without);
            of(value)
                    .forEach((change, forged) ->
                            forgeries.put(name + " " + change, sound.clone().append(name, forged)));
        });
        return forgeries;
    }

    private static Map<String, BsonValue> ofArray(BsonArray sound) {
        var forgeries = new LinkedHashMap<String, BsonValue>();
        forgeries.put("is empty", new BsonArray());
        for (var i = 0; i < sound.size(); i++) {
            var place = i;
            var doubled = new ArrayList<>(sound);
            doubled.add(sound.get(i));
            forgeries.put(place + " is there twice", new BsonArray(doubled));
            of(sound.get(i)).forEach((change, forged) -> {
                var changed = new ArrayList<>(sound);
                changed.set(place, forged);
                forgeries.put(place + " " + change, new BsonArray(changed));
            });
        }
        return forgeries;
    }

    private static Map<String, BsonValue> ofLeaf(BsonValue sound) {
        var forgeries = new LinkedHashMap<String, BsonValue>();
        for (var other : others(sound)) {
            forgeries.put("is " + other, other);
        }
        return forgeries;
    }

    private static List<BsonValue> others(BsonValue sound) {
        return switch (sound.getBsonType()) {
            case INT32 ->
                List.of(
                        new BsonInt32(sound.asInt32().getValue() + 1),
                        new BsonInt64(sound.asInt32().getValue()),
                        new BsonDouble(sound.asInt32().getValue()));
            case INT64 ->
                List.of(
                        new BsonInt64(sound.asInt64().getValue() + 1),
                        new BsonInt32((int) sound.asInt64().getValue()),
                        new BsonDouble(sound.asInt64().getValue()));
            case DATE_TIME ->
                List.of(
                        new BsonDateTime(sound.asDateTime().getValue() + 1),
                        new BsonInt64(sound.asDateTime().getValue()));
            case STRING -> List.of(new BsonString(sound.asString().getValue() + " "), BsonNull.VALUE);
            case BINARY -> List.of(flipped(sound.asBinary()), new BsonString("bytes"));
            default -> throw new AssertionError(sound);
        };
    }

    private static BsonBinary flipped(BsonBinary sound) {
        var bytes = sound.getData().clone();
        bytes[bytes.length - 1] ^= 1;
        return new BsonBinary(sound.getType(), bytes);
    }
}
