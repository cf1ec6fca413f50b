/**
 * The commands of MongoDB that this store knows, each to the letter or refused.
 *
 * <p>{@link io.okrledger.embedded.command.Store} takes a command: {@code Supported} refuses what would not be honoured,
 * {@code Locks} keeps commands that change the same collection apart, and what is left is done on one snapshot or in one
 * batch. Administrative answers and aggregation are those of mongo-java-server.
 */
@NullMarked
package io.okrledger.embedded.command;

import org.jspecify.annotations.NullMarked;
