package io.okrledger.embedded.crash;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The process that is killed. It is given a directory, a seed and for each writer the number of its next command, and
 * says for each command that is acknowledged who sent it and its number. A full stop shows that a line was not cut off.
 */
final class Writers {

    static final String DATABASE = "crash";

    private static final Pattern WHOLE_LINE = Pattern.compile("(\\d+) (\\d+)\\.");

    /** Takes the writer and the number of its command. */
    interface Acknowledged {

        void by(int writer, int number);
    }

    private Writers() {}

    @SuppressWarnings("resource") // It ends by being killed.
    public static void main(String[] arguments) {
        endWithTheFirstFailure();
        var store = EmbeddedMongo.open(Path.of(arguments[0]));
        var database = MongoClients.create(store.connectionString()).getDatabase(DATABASE);
        new Sender(database, 0).createSharedIndexes();
        var seed = Long.parseLong(arguments[1]);
        IntStream.range(0, arguments.length - 2).forEach(writer -> {
            var next = Integer.parseInt(arguments[writer + 2]);
            new Thread(() -> write(database, new Script(seed, writer), next)).start();
        });
    }

    /** What a line says, unless it was cut off. */
    static void read(String line, Acknowledged taker) {
        var said = WHOLE_LINE.matcher(line);
        if (said.matches()) {
            taker.by(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)));
        }
    }

    private static void endWithTheFirstFailure() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
    }

    private static void write(MongoDatabase database, Script script, int next) {
        var target = new Sender(database, script.writer());
        for (var number = next; ; number++) {
            script.play(number, target);
            System.out.println(script.writer() + " " + number + ".");
        }
    }
}
