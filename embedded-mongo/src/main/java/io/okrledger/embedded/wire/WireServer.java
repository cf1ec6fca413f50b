package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves {@link Commands} on a port of the loopback interface, to as many connections as come.
 *
 * <p>A reply that is {@link Answer#durable() durable} leaves after a sync; when a sync fails, neither it nor any later one
 * leaves, and the connections that wait for them are closed.
 */
public final class WireServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECTIONS_TO_ACCEPT = 1024;
    private static final int LONG_COMMANDS_AT_ONCE = 3;
    private static final int LONG_COMMANDS_WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One for each processor: what runs on them does not wait. */
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("store-loop", true),
            NioIoHandler.newFactory());

    private final ExecutorService longCommands = longCommands();
    private final ChannelGroup connections = new DefaultChannelGroup(loops.next(), true);
    private final Commands commands;
    private final GroupCommit commits;
    private final Channel listening;
    private final long patience;
    private final int port;
    private volatile boolean closing;

    /**
     * Starts to listen.
     *
     * @param sync puts everything on the disk that commands have written; called by one thread
     * @param onSyncFailure told once; it may close this server or end the process
     * @param port 0 to take a free one
     * @throws IOException if the port cannot be opened; its message is a sentence for the person who chose the port
     */
    public WireServer(Commands commands, Runnable sync, Consumer<Throwable> onSyncFailure, int port)
            throws IOException {
        this(commands, sync, onSyncFailure, port, PATIENCE);
    }

    /** @param patience how long running commands and slow readers get when this is closed */
    WireServer(Commands commands, Runnable sync, Consumer<Throwable> onSyncFailure, int port, Duration patience)
            throws IOException {
        this.patience = patience.toNanos();
        this.commands = commands;
        commits = new GroupCommit(sync, onSyncFailure);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, CONNECTIONS_TO_ACCEPT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        serve(connection);
                    }
                })
                .bind(LOOPBACK, port)
                .awaitUninterruptibly();
        listening = bound.channel();
        if (!bound.isSuccess()) {
            close();
            throw new IOException(refusal(port, bound.cause()), bound.cause());
        }
        this.port = ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private static ExecutorService longCommands() {
        var pool = new ThreadPoolExecutor(
                LONG_COMMANDS_AT_ONCE,
                LONG_COMMANDS_AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(LONG_COMMANDS_WAITING),
                new DefaultThreadFactory("store-long", true));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static String refusal(int port, Throwable cause) {
        var reason = cause instanceof BindException ? "it is taken." : cause.getMessage();
        return "Port " + port + " on " + LOOPBACK + " cannot be opened: " + reason;
    }

    private void serve(Channel connection) {
        connections.add(connection);
        connection
                .pipeline()
                .addLast(new MongoWireReplyEncoder())
                .addLast(new ReplyEncoder())
                .addLast(new MessageDecoder())
                .addLast(new CommandHandler(commands, commits, longCommands, () -> closing))
                .addLast(new FailureHandler());
    }

    public int port() {
        return port;
    }

    /**
     * Stops listening, lets the commands that run come to their end, syncs, sends the replies and closes the connections.
     * Commands get five seconds; one that takes longer is left behind without an answer. Closing twice is harmless.
     */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        var deadline = System.nanoTime() + patience;
        listening.close().awaitUninterruptibly();
        awaitLongCommands(deadline);
        awaitLoops(deadline);
        commits.close();
        // What is handed to a connection last is through when all before it is.
        connections.writeAndFlush(Unpooled.EMPTY_BUFFER).awaitUninterruptibly(patience, TimeUnit.NANOSECONDS);
        connections.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, patience, TimeUnit.NANOSECONDS).awaitUninterruptibly();
    }

    private void awaitLongCommands(long deadline) {
        longCommands.shutdown();
        try {
            longCommands.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when each loop has done what it had to do until now. */
    private void awaitLoops(long deadline) {
        for (var loop : loops) {
            loop.submit(() -> {}).awaitUninterruptibly(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
