package io.okrledger.command.support.lines;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ledger.
 *
 * @param createdId the id of what the command makes, if it makes something
 */
public record Request(Object aggregateId, @Nullable Object createdId, Object command) {}
