package io.okrledger.command.support;

import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.log.KeyTakenException;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of a command from the web to its aggregate and back: it happens once per idempotency key, is retried when
 * another writer of the same stream was faster and the caller asked for no version, and is answered with a receipt.
 */
@Component
public class LedgerGateway {

    private static final int ATTEMPTS = 8;

    private final CommandGateway commands;
    private final EventLog log;
    private final EventStore events;
    private final JsonMapper json;

    LedgerGateway(CommandGateway commands, CommandBus bus, EventLog log, EventStore events, JsonMapper json) {
        this.commands = commands;
        this.log = log;
        this.events = events;
        this.json = json;
        bus.registerHandlerInterceptor(LedgerGateway::answerWithTheCommit);
    }

    /** Sends a command that changes what there is. */
    public Receipt change(Object aggregateId, Object command, Caller caller) {
        return send(aggregateId, null, command, caller).orElseGet(() -> unchanged(aggregateId));
    }

    /** Sends a command that makes a new thing within the aggregate, or the aggregate itself. */
    public Receipt create(Object aggregateId, Object createdId, Object command, Caller caller) {
        return send(aggregateId, createdId.toString(), command, caller).orElseGet(() -> unchanged(aggregateId));
    }

    /**
     * Sends one of the commands, each to another aggregate, that a request consists of. Under an idempotency key each of
     * them happens once.
     *
     * @return what it did, now or the first time; nothing when there was nothing to change
     */
    public Optional<Receipt> part(Object aggregateId, Object command, Caller caller) {
        return send(aggregateId, null, command, caller.forPart(aggregateId));
    }

    /**
     * The log finds out whether the key was used before. To ask it first would cost every request what only a repeated one
     * needs: that one meets its own commit, or what has become of its change since then.
     */
    private Optional<Receipt> send(Object aggregateId, @Nullable String created, Object command, Caller caller) {
        try {
            var commit = dispatch(new GenericCommandMessage<>(command, caller.metaData(created)), caller);
            return commit.map(done -> Receipt.of(done, created, false)).or(() -> replay(caller));
        } catch (KeyTakenException e) {
            return Optional.of(replayOf(e.first(), caller));
        } catch (RuleViolation | ConcurrencyException e) {
            return Optional.of(replay(caller).orElseThrow(() -> e));
        } catch (AggregateNotFoundException | IncompatibleAggregateException e) {
            return Optional.of(replay(caller).orElseThrow(() -> refusal(aggregateId, e)));
        }
    }

    /**
     * What to say when Axon has not found an aggregate.
     *
     * @param failure that there is no such stream, or that it is of another kind
     */
    public static RuntimeException refusal(Object aggregateId, RuntimeException failure) {
        return Rule.unknown(aggregateId.getClass())
                .<RuntimeException>map(rule -> new RuleViolation(rule, "It was never made: " + aggregateId))
                .orElse(failure);
    }

    /** The id of what a request with this key has made. */
    public Optional<String> made(String idempotencyKey) {
        return log.findByKey(idempotencyKey).map(this::createdIn);
    }

    /**
     * How a request was answered when it came with its key before; nothing if it comes for the first time.
     *
     * @throws RuleViolation idempotency-key-reused
     */
    public Optional<Receipt> replay(Caller caller) {
        return caller.idempotencyKey() == null
                ? Optional.empty()
                : log.findByKey(caller.idempotencyKey()).map(first -> replayOf(first, caller));
    }

    private Receipt replayOf(Commit first, Caller caller) {
        if (caller.fingerprint() == null || !caller.fingerprint().equals(first.fingerprint())) {
            throw new RuleViolation(
                    Rule.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request. Send a new request with a new key.");
        }
        return Receipt.of(first, createdIn(first), true);
    }

    private @Nullable String createdIn(Commit commit) {
        var metaData = json.readValue(commit.events().get(0).metaData(), new TypeReference<Map<String, String>>() {});
        return metaData.get(EventMetaData.CREATED);
    }

    private Optional<Commit> dispatch(CommandMessage<?> command, Caller caller) {
        for (var attempt = 1; ; attempt++) {
            try {
                return commands.<Supplier<Optional<Commit>>>sendAndWait(command).get();
            } catch (ConcurrencyException e) {
                if (caller.expectedVersion() != null || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(attempt)));
            }
        }
    }

    private Receipt unchanged(Object aggregateId) {
        var version = events.lastSequenceNumberFor(aggregateId.toString()).orElse(0L);
        return new Receipt(null, version, log.head(), false);
    }

    /** The commit exists only after the unit of work ends, so the handler's answer is where to find it then. */
    private static Object answerWithTheCommit(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        chain.proceed();
        return (Supplier<Optional<Commit>>) () -> MongoEventStorageEngine.committedIn(unit);
    }
}
