package io.okrledger.log;

/** The part of a stream that lies in one commit: the sequence numbers {@code from} to {@code to}, both included. */
public record StreamRange(String id, String type, long from, long to) {}
