package io.okrledger.query.http.asked;

/**
 * The position behind which an answer looks at nothing: a parameter of a controller method that pages through the log by
 * positions of its own.
 */
public record Pin(long position) {}
