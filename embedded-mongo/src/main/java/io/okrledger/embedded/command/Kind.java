package io.okrledger.embedded.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a command needs to run. */
enum Kind {
    /** Nothing of what is stored. */
    STATELESS("hello isMaster ping buildInfo serverStatus endSessions whatsmyuri connectionStatus hostInfo getLog"
            + " getCmdLineOpts killCursors replSetGetStatus"),
    /** One state of what is stored. */
    READ("find getMore count distinct aggregate listCollections listIndexes listDatabases dbStats collStats validate"),
    /** A collection that nobody else changes meanwhile. */
    WRITE("insert update delete findAndModify"),
    /** That nobody else changes anything meanwhile. */
    SCHEMA("create createIndexes drop dropIndexes dropDatabase");

    private static final Map<String, Kind> BY_COMMAND = Stream.of(values())
            .flatMap(kind -> Stream.of(kind.commands.split(" ")).map(command -> Map.entry(command, kind)))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));

    private final String commands;

    Kind(String commands) {
        this.commands = commands;
    }

    /** Null for a command that is not known. */
    static @Nullable Kind of(String command) {
        return BY_COMMAND.get(command.toLowerCase(Locale.ROOT));
    }
}
