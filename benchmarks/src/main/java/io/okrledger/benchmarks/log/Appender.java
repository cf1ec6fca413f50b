package io.okrledger.benchmarks.log;

/** A way to write events. */
interface Appender {

    /**
     * Writes some, and returns when they are on the disk.
     *
     * @return how many
     */
    int append();

    /** How many threads use it when there are that many writers. */
    default int threads(int writers) {
        return writers;
    }

    /** @throws IllegalStateException if something that was acknowledged is not there */
    void requireComplete();

    /** What is quick because something is missing is worth nothing. */
    static void requireComplete(long acknowledged, long stored) {
        if (acknowledged != stored) {
            throw new IllegalStateException(acknowledged + " events were acknowledged, " + stored + " are stored.");
        }
    }
}
