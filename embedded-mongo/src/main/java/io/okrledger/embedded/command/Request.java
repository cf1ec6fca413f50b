package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** One command. */
record Request(String database, String name, Document command) {

    static Request of(@Nullable String database, Document command) {
        var name = command.isEmpty() ? "" : command.keySet().iterator().next();
        return new Request(database == null ? "admin" : database, name, command);
    }

    boolean is(String command) {
        return name.equalsIgnoreCase(command);
    }

    /** What the command is about; for some it is no collection. */
    String collection() {
        return String.valueOf(command.get(name));
    }

    String namespace() {
        return database + "." + collection();
    }
}
