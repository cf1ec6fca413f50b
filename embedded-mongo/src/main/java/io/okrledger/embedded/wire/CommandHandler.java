package io.okrledger.embedded.wire;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Runs the commands of one connection, one after the other: a command starts when the one before it has been answered.
 * The fields belong to the event loop of the connection.
 */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private final Commands commands;
    private final GroupCommit commits;
    private final Executor longCommands;
    private final BooleanSupplier closing;

    private final Queue<Request> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean gone;

    CommandHandler(Commands commands, GroupCommit commits, Executor longCommands, BooleanSupplier closing) {
        this.commands = commands;
        this.commits = commits;
        this.longCommands = longCommands;
        this.closing = closing;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest message) {
        waiting.add(new Request(message));
        runWaiting(context);
    }

    /** What a client sent before it went is still run: it may have been sent without wanting an answer. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone = true;
        runWaiting(context);
    }

    private void runWaiting(ChannelHandlerContext context) {
        while (!running && !waiting.isEmpty() && !closing.getAsBoolean()) {
            start(context, waiting.remove());
        }
        // Whoever sends without waiting for answers is read no faster than served.
        context.channel().config().setAutoRead(waiting.isEmpty());
        if (gone && !running) {
            commands.closed(context.channel());
        }
    }

    private void start(ChannelHandlerContext context, Request request) {
        if (request.isLegacyQuery()) {
            send(context, request, Answer.UNSUPPORTED_QUERY);
        } else if (commands.mayTakeLong(request.database(), request.command())) {
            startBeside(context, request);
        } else {
            finish(context, request, request.run(commands));
        }
    }

    private void startBeside(ChannelHandlerContext context, Request request) {
        running = true;
        try {
            var unused = supplyAsync(() -> request.run(commands), longCommands)
                    .thenAcceptAsync(
                            answer -> {
                                finish(context, request, answer);
                                runWaiting(context);
                            },
                            context.executor());
        } catch (RejectedExecutionException full) {
            finish(context, request, Answer.BUSY);
        }
    }

    private void finish(ChannelHandlerContext context, Request request, Answer answer) {
        if (answer.durable() && request.isAnswered()) {
            running = true;
            sendWhenSynced(context, request, answer);
        } else if (request.isAnswered()) {
            send(context, request, answer);
        } else {
            running = false;
            request.logFailure(answer.reply());
            if (answer.durable()) {
                var unused = commits.synced(); // nobody waits, but it shall not stay off the disk until somebody does
            }
        }
    }

    private void sendWhenSynced(ChannelHandlerContext context, Request request, Answer answer) {
        var unused = commits.synced()
                .whenCompleteAsync(
                        (synced, failure) -> {
                            if (failure == null) {
                                send(context, request, answer);
                            } else {
                                abandon(context);
                            }
                            runWaiting(context);
                        },
                        context.executor());
    }

    /** The client must not learn that a write is durable, nor that it failed: neither is known. */
    private void abandon(ChannelHandlerContext context) {
        running = false;
        var unused = context.close();
    }

    private void send(ChannelHandlerContext context, Request request, Answer answer) {
        var written = context.writeAndFlush(request.reply(answer.reply()));
        running = !written.isDone();
        if (running) {
            written.addListener(it -> {
                running = false;
                runWaiting(context);
            });
        }
    }
}
