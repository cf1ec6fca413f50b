package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** What answers the commands that come over the wire. Many connections ask at once, each one command at a time. */
public interface Commands {

    /**
     * Whether the command may take long, so that it must not hold up the connections that share its event loop.
     *
     * <p>Cheap, without side effects, and does not throw.
     */
    boolean mayTakeLong(String database, Document command);

    /**
     * Runs the command to its end.
     *
     * <p>What it throws is a fault of the program: it is logged, and the client is told that there was one. A command that
     * is refused or fails for a reason that the client can know has an answer that says so.
     */
    Answer run(Channel channel, String database, Document command);

    /** The connection is gone and its last command has ended; called once per connection. */
    void closed(Channel channel);
}
