package io.okrledger.query.operations.pace;

/**
 * How far something is behind the end of the log.
 *
 * @param seconds how long ago the oldest event that it lacks was recorded; 0 if it lacks none
 */
public record Lag(long events, double seconds) {

    static final Lag NONE = new Lag(0, 0);
}
