package io.okrledger.query.support;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The log as two processes work through it for one model, in batches of any length. A process may die at any request to
 * the store, or before it has stored its token; it may lose its claim at any request, and go on with its batch when the
 * other is far ahead.
 */
final class Delivery {

    /** Every fourth batch or so asks the store more often than that, and is spared. */
    private static final int REQUESTS = 12;

    private static final ExecutorService OTHER_PROCESS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "other-process");
        thread.setDaemon(true);
        return thread;
    });

    private final String model;
    private final List<TrackedEventMessage<?>> log;
    private final Random random;
    private int token;

    Delivery(String model, List<TrackedEventMessage<?>> log, Random random) {
        this.model = model;
        this.log = log;
        this.random = random;
    }

    void run(Worker one, Worker other) {
        while (token < log.size()) {
            var turn = random.nextBoolean();
            goOn(turn ? one : other, turn ? other : one);
        }
    }

    private void goOn(Worker owner, Worker rival) {
        var next = next();
        switch (random.nextInt(6)) {
            case 0 -> owner.fold(model, log.subList(token, next));
            case 1, 2 -> owner.fold(model, log.subList(token, next), random.nextInt(REQUESTS), Delivery::die);
            case 3 -> beOvertaken(owner, rival, next);
            default -> work(owner, next);
        }
    }

    private void beOvertaken(Worker owner, Worker rival, int next) {
        var from = token;
        var batch = log.subList(from, next);
        owner.fold(
                model,
                batch,
                random.nextInt(REQUESTS),
                () -> inOtherProcess(() -> {
                    for (var batches = 1 + random.nextInt(3); batches > 0 && token < log.size(); batches--) {
                        work(rival, next());
                    }
                }));
        // Who has lost the claim cannot store a token; who has kept it does.
        token = token == from ? next : token;
    }

    private void work(Worker worker, int next) {
        worker.fold(model, log.subList(token, next));
        token = next;
    }

    private int next() {
        return token + 1 + random.nextInt(log.size() - token);
    }

    private static void die() {
        throw new Worker.Died();
    }

    /** Its unit of work is none within that of the first. */
    private static void inOtherProcess(Runnable work) {
        try {
            OTHER_PROCESS.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError("The other process failed", e);
        }
    }
}
