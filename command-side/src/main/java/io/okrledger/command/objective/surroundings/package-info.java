/**
 * What an objective must know of its cycle, its team, its goal and the objectives above it: each is folded from their
 * streams at the moment of a command.
 */
@NullMarked
package io.okrledger.command.objective.surroundings;

import org.jspecify.annotations.NullMarked;
