package io.okrledger.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** An engine whose writers share its syncs: one thread drains who waits, syncs once, and releases them all. */
final class GroupCommit implements AutoCloseable {

    private final Engine engine;
    private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<Void> loop;

    GroupCommit(Engine engine) {
        this.engine = engine;
        loop = CompletableFuture.runAsync(this::run, task -> new Thread(task, "group-commit").start());
    }

    Engine engine() {
        return engine;
    }

    /** Returns when the documents are durable. */
    void write(List<Document> documents) throws Exception {
        engine.write(documents);
        var durable = new CompletableFuture<Void>();
        waiting.add(durable);
        durable.join();
    }

    private void run() {
        var group = new ArrayList<CompletableFuture<Void>>();
        while (!end.isDone()) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group);
                engine.sync();
                group.forEach(durable -> durable.complete(null));
            } catch (Exception e) {
                group.forEach(durable -> durable.completeExceptionally(e));
            }
            group.clear();
        }
    }

    @Override
    public void close() {
        waiting.add(end);
        loop.join();
        engine.close();
    }
}
