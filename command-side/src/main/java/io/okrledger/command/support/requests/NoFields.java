package io.okrledger.command.support.requests;

/** The body of a request that says everything by its path: an empty object, or none. */
public record NoFields() {}
