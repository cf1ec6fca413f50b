package io.okrledger.benchmarks.measure;

import java.util.random.RandomGenerator;

/** One round of what is measured. */
@FunctionalInterface
public interface Work<S> {

    /** Returns how many units were done: documents, commands, whatever the row counts. */
    int on(S subject, RandomGenerator random) throws Exception;
}
