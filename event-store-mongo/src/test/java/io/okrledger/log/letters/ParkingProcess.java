package io.okrledger.log.letters;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.okrledger.log.Store;
import io.okrledger.log.tokens.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A process with a {@link FaultyTally}. At one moment it says so and stands still, to be killed there. */
final class ParkingProcess implements CommandListener {

    /** Behind a letter and in front of the token of its batch. */
    enum Moment {
        BEHIND_THE_LETTER_OF_THE_BAD_EVENT,
        BEHIND_THE_LETTER_OF_ITS_SUCCESSOR,
        IN_FRONT_OF_THE_TOKEN
    }

    private final Moment moment;
    private final Set<Integer> letters = new HashSet<>();
    private int parked;

    private ParkingProcess(Moment moment) {
        this.moment = moment;
    }

    @SuppressWarnings("resource") // It ends with the process.
    public static void main(String[] arguments) throws IOException {
        var process = new ParkingProcess(Moment.valueOf(arguments[1]));
        var store = Store.embedded(Path.of(arguments[0]), process);
        var tally = new FaultyTally(store, FaultyTally.Fault.valueOf(arguments[2]));
        new Node(store, 1, tally::handle).processor.start();
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1); // Whoever has started it is gone and will not kill it.
        }
    }

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        if (isOn(command, "insert", "letters")) {
            letters.add(event.getRequestId());
        }
        if (isOn(command, "update", "tokens") && command.toString().contains("\"pos\"") && parked > 0) {
            standStillAt(Moment.IN_FRONT_OF_THE_TOKEN);
        }
    }

    private static boolean isOn(BsonDocument command, String name, String collection) {
        return new BsonString(collection).equals(command.get(name));
    }

    @Override
    public synchronized void commandSucceeded(CommandSucceededEvent event) {
        if (letters.remove(event.getRequestId())) {
            standStillAt(Moment.values()[parked++]);
        }
    }

    private void standStillAt(Moment reached) {
        while (reached == moment) {
            System.out.println(moment);
            LockSupport.park();
        }
    }
}
