package io.okrledger.benchmarks.engine;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The process that is killed: inserts documents on some threads, and prints the id of each that is durable. */
final class EndlessWriter {

    private static final int THREADS = 16;

    private EndlessWriter() {}

    public static void main(String[] arguments) throws Exception {
        var engine = Candidate.valueOf(arguments[0]).open(Path.of(arguments[1]));
        var ids = new AtomicLong();
        for (var thread = 0; thread < THREADS; thread++) {
            new Thread(() -> write(engine, ids)).start();
        }
    }

    private static void write(GroupCommit engine, AtomicLong ids) {
        try {
            while (true) {
                var id = ids.getAndIncrement();
                engine.write(Document.from(id, 1));
                System.out.println(id + ".");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
