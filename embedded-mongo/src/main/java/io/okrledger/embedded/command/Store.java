package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import io.okrledger.embedded.collection.Bson;
import io.okrledger.embedded.collection.Deadline;
import io.okrledger.embedded.rocks.ChangeTooLargeException;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.StoreFailedException;
import io.okrledger.embedded.wire.Answer;
import io.okrledger.embedded.wire.Commands;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the commands of the wire: refuses what is not supported, and runs the rest on one snapshot or as one change. */
public final class Store implements Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private static final int INTERNAL_ERROR = 1;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final Set<String> SAFE_READ_CONCERNS = Set.of("majority", "linearizable");

    private final Engine engine;
    private final Reads reads;
    private final Changes changes;
    private final Databases databases;

    /** Opens what is stored. */
    public Store(Engine engine) {
        this(engine, new Cursors());
    }

    Store(Engine engine, Cursors cursors) {
        this.engine = engine;
        databases = new Databases(engine, cursors::size);
        reads = new Reads(engine, databases, cursors);
        changes = new Changes(engine, databases);
    }

    @Override
    public boolean mayTakeLong(String database, Document command) {
        var request = Request.of(database, command);
        try {
            return switch (kind(request)) {
                case STATELESS -> false;
                case READ -> reads.mayTakeLong(request);
                case WRITE -> changes.mayTakeLong(request);
                case SCHEMA -> true;
            };
        } catch (RuntimeException e) {
            return false; // It is refused when it is run.
        }
    }

    @Override
    public Answer run(Channel channel, String database, Document command) {
        var request = Request.of(database, command);
        try {
            var kind = kind(request);
            Supported.require(request.name(), command);
            var reply = Deadline.within(Fields.number(command, "maxTimeMS", 0), () -> run(channel, kind, request));
            return new Answer(reply, mustBeSafe(kind, command));
        } catch (MongoServerException e) {
            return refusal(e);
        } catch (StoreFailedException e) {
            return failure(request, e);
        } catch (ChangeTooLargeException e) {
            return refusal(Bson.tooLarge(String.valueOf(e.getMessage())));
        } catch (ClassCastException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.debug("The command {} cannot be understood", request.name(), e);
            return refusal(new BadValueException(
                    "the command '" + request.name() + "' cannot be understood: " + e.getMessage()));
        }
    }

    private Document run(Channel channel, Kind kind, Request request) {
        return switch (kind) {
            case STATELESS -> stateless(channel, request);
            case READ -> reads.answer(channel, request);
            case WRITE -> changes.write(request);
            case SCHEMA -> changes.changeSchema(channel, request);
        };
    }

    private Document stateless(Channel channel, Request request) {
        return request.is("killCursors")
                ? reads.closeCursors(request.command())
                : databases.handleCommand(channel, request.database(), request.name(), request.command());
    }

    private static Kind kind(Request request) {
        var kind = Kind.of(request.name());
        if (kind == null) {
            throw new NoSuchCommandException(request.name());
        }
        return kind;
    }

    /** Whether what the reply tells must not be lost any more when it is sent. */
    private boolean mustBeSafe(Kind kind, Document command) {
        if (kind != Kind.READ) {
            return kind != Kind.STATELESS && !Supported.isWithoutJournal(command);
        }
        return command.get("readConcern") instanceof Document concern
                && concern.get("level") instanceof String level
                && SAFE_READ_CONCERNS.contains(level)
                && !engine.isSynced();
    }

    private static Answer failure(Request request, StoreFailedException failure) {
        if (failure.isDiskFull()) { // What is written to the log for each of them may be on the same disk.
            return refusal(new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", failure.getMessage()));
        }
        LOG.error("The command {} on {} was not done", request.name(), request.namespace(), failure);
        return refusal(new MongoServerError(INTERNAL_ERROR, "InternalError", failure.getMessage()));
    }

    private static Answer refusal(MongoServerException refusal) {
        return new Answer(Replies.refusal(refusal), true);
    }

    @Override
    public void closed(Channel channel) {
        databases.handleClose(channel);
    }
}
