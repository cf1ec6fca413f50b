package io.okrledger.log.turns;

/** The end of the log as this process knows it. */
public interface LogEnd {

    /**
     * Takes in what others have written.
     *
     * @return whether there was anything
     */
    boolean takeNewest();
}
