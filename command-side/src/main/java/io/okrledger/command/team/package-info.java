/**
 * Teams form a tree. A team is registered under a parent that is active, or as a root; it may be renamed and moved until
 * it is retired. What it must know of the teams above it, it reads from their streams.
 */
@NullMarked
package io.okrledger.command.team;

import org.jspecify.annotations.NullMarked;
