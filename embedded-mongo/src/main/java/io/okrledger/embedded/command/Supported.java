package io.okrledger.embedded.command;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.InvalidOptionsException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is honoured: everything else is refused with its name, because an option that is taken and ignored is a wrong
 * answer that nobody sees.
 */
final class Supported {

    private static final int UNSATISFIABLE_WRITE_CONCERN = 100;

    private static final String IN_NO_DATABASE = "/\\. \"$\0";

    private static final Set<String> EVERYWHERE =
            words("$db $readPreference readConcern writeConcern comment maxTimeMS");
    private static final Set<String> HANDSHAKES = words("hello ismaster ping buildinfo serverstatus");

    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            entry("find", words("filter sort projection skip limit batchSize singleBatch")),
            entry("getmore", words("collection batchSize")),
            entry("killcursors", words("cursors")),
            entry("count", words("query skip limit")),
            entry("distinct", words("key query")),
            entry("aggregate", words("pipeline cursor")),
            entry("insert", words("documents ordered")),
            entry("update", words("updates ordered")),
            entry("delete", words("deletes ordered")),
            entry("findandmodify", words("query sort update remove new upsert fields")),
            entry("createindexes", words("indexes commitQuorum")),
            entry("dropindexes", words("index")),
            entry("listcollections", words("filter nameOnly cursor authorizedCollections")),
            entry("listindexes", words("cursor")),
            entry("listdatabases", words("nameOnly")),
            entry("validate", words("full")));

    private static final Set<String> OF_AN_UPDATE = words("q u multi upsert");
    private static final Set<String> OF_A_DELETE = words("q limit");
    private static final Set<String> OF_AN_INDEX = words("key name unique sparse background v");

    private Supported() {}

    /** @throws MongoServerError that names what is not supported */
    static void require(String name, Document command) {
        var known = name.toLowerCase(Locale.ROOT);
        if (HANDSHAKES.contains(known)) {
            return; // Clients tell there who they are, in fields of their own.
        }
        var options = OPTIONS.getOrDefault(known, Set.of());
        command.forEach((option, value) -> {
            if (!option.equals(name) && !EVERYWHERE.contains(option)) {
                requireKnown(option, value, options, "'" + name + "'");
            }
        });
        requireReadConcern(Fields.document(command, "readConcern"));
        requireWriteConcern(Fields.document(command, "writeConcern"));
        requireParts(command);
    }

    /** @throws InvalidNamespaceError if a database or a collection cannot have that name */
    static void requireNames(Request request) {
        var database = request.database();
        if (database.isEmpty() || database.chars().anyMatch(letter -> IN_NO_DATABASE.indexOf(letter) >= 0)) {
            throw new InvalidNamespaceError(database);
        }
        if (request.collection().isEmpty() || request.collection().indexOf(0) >= 0) {
            throw new InvalidNamespaceError(request.namespace());
        }
    }

    private static void requireParts(Document command) {
        for (var update : documents(command.get("updates"))) {
            requireKnown(update, OF_AN_UPDATE, "an update");
            requireNoPipeline(update.get("u"));
        }
        requireNoPipeline(command.get("update"));
        for (var delete : documents(command.get("deletes"))) {
            requireKnown(delete, OF_A_DELETE, "a delete");
        }
        for (var index : documents(command.get("indexes"))) {
            requireKnown(index, OF_AN_INDEX, "an index");
            requireOrdered(Fields.document(index, "key"));
            if (!(index.get("name") instanceof String)) {
                throw new BadValueException("an index needs a name");
            }
        }
    }

    private static void requireNoPipeline(@Nullable Object update) {
        if (update instanceof List) {
            throw unsupported("an update by an aggregation pipeline");
        }
    }

    private static void requireOrdered(@Nullable Document key) {
        if (key == null || key.isEmpty()) {
            throw new BadValueException("an index needs a key");
        }
        key.forEach((field, direction) -> {
            if (!isOrdered(field, direction) || (key.size() == 1 && isOtherThanTheIdIndex(field, direction))) {
                throw unsupported("an index with the key " + field + ": " + direction);
            }
        });
    }

    /** The matcher reads a path with an empty name in its own way. */
    private static boolean isOrdered(String field, @Nullable Object direction) {
        return direction instanceof Number number
                && Math.abs(number.doubleValue()) == 1
                && !field.contains("$")
                && !("." + field + ".").contains("..");
    }

    /** The front would take it for the one that every collection has. */
    private static boolean isOtherThanTheIdIndex(String field, @Nullable Object direction) {
        return field.equals("_id") && ((Number) requireNonNull(direction)).doubleValue() != 1;
    }

    private static void requireReadConcern(@Nullable Document concern) {
        var level = concern == null ? null : concern.get("level");
        if (level != null
                && !Set.of("local", "available", "majority", "linearizable").contains(level)) {
            throw unsupported("the read concern '" + level + "'");
        }
    }

    private static void requireWriteConcern(@Nullable Document concern) {
        if (concern == null) {
            return;
        }
        requireKnown(concern, Set.of("w", "j", "wtimeout"), "a write concern");
        var w = concern.getOrDefault("w", 1);
        var oneServer = w instanceof Number number ? number.intValue() <= 1 : w.equals("majority");
        if (!oneServer) {
            throw new MongoServerError(
                    UNSATISFIABLE_WRITE_CONCERN,
                    "UnsatisfiableWriteConcern",
                    "the write concern w: " + w + " cannot be met by one server");
        }
    }

    /**
     * Whether the sender says that it is enough for a write to be seen. It survives the end of the process all the same,
     * and the end of the machine as soon as any later write was acknowledged as journaled.
     */
    static boolean isWithoutJournal(Document command) {
        var concern = Fields.document(command, "writeConcern");
        return concern != null && Boolean.FALSE.equals(concern.get("j"));
    }

    private static void requireKnown(Document document, Set<String> known, String what) {
        document.forEach((option, value) -> requireKnown(option, value, known, what));
    }

    private static void requireKnown(String option, @Nullable Object value, Set<String> known, String what) {
        var asksForSomething = value != null && !value.equals(false);
        if (asksForSomething && !known.contains(option)) {
            throw unsupported("the option '" + option + "' of " + what);
        }
    }

    static InvalidOptionsException unsupported(String what) {
        return new InvalidOptionsException(what + " is not supported by the embedded store");
    }

    private static List<Document> documents(@Nullable Object list) {
        return list instanceof List<?> several
                ? several.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
