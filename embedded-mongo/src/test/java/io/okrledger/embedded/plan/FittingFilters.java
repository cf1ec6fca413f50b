package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Filters that ask for what is in a document: a plan that misses it would soon be found out. */
final class FittingFilters {

    private final Random random;

    FittingFilters(Random random) {
        this.random = random;
    }

    Document filterOf(List<Document> documents, List<IndexShape> shapes) {
        var document = pick(documents);
        var paths = pathsOf(pick(shapes));
        var conditions = Stream.generate(() -> pick(paths))
                .limit(1 + random.nextInt(3))
                .map(path -> new Document(path, conditionOf(valuesAt(document, path))))
                .toList();
        return new Document("$and", conditions);
    }

    /** The fields of an index, and what they are in. */
    static List<String> pathsOf(IndexShape shape) {
        return shape.fields().stream()
                .map(IndexKey::getKey)
                .flatMap(path -> Stream.of(path, path, path.replaceFirst("\\.[^.]*$", "")))
                .toList();
    }

    private Object conditionOf(List<Object> values) {
        var value = values.isEmpty() ? null : pick(values);
        var isElement = values.size() > 1 && !(value instanceof List);
        return switch (random.nextInt(value == null ? 3 : isElement ? 8 : 6)) {
            case 0 -> value;
            case 1 -> new Document("$eq", value);
            case 2 -> new Document("$in", Arrays.asList(value, "b"));
            case 3 -> new Document("$gte", value);
            case 4 -> new Document("$lte", value);
            case 5 -> new Document("$gte", value).append("$lte", pick(values));
            default ->
                new Document("$elemMatch", value instanceof Document element ? element : new Document("$gte", value));
        };
    }

    /** What a condition on the path is about: values, and the elements of those that are arrays. */
    private static List<Object> valuesAt(Object value, String path) {
        if (path.isEmpty()) {
            return value instanceof List<?> elements ? withItself(elements) : Arrays.asList(value);
        }
        if (value instanceof List<?> elements && !Character.isDigit(path.charAt(0))) {
            return elements.stream()
                    .flatMap(element -> valuesAt(element, path).stream())
                    .toList();
        }
        var name = path.split("\\.", 2)[0];
        return valuesAt(child(value, name), path.substring(Math.min(path.length(), name.length() + 1)));
    }

    private static List<Object> withItself(List<?> elements) {
        return Stream.concat(Stream.of(elements), elements.stream()).toList();
    }

    private static Object child(Object value, String name) {
        if (value instanceof Document document) {
            return document.get(name);
        }
        return value instanceof List<?> elements && Integer.parseInt(name) < elements.size()
                ? elements.get(Integer.parseInt(name))
                : null;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
