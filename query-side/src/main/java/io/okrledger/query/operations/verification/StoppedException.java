package io.okrledger.query.operations.verification;

/** The process ends, or another one has taken the verification over: nobody waits for the verdict any more. */
final class StoppedException extends RuntimeException {}
