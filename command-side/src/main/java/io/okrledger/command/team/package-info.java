/**
 * Teams form a tree. A team is registered under a parent that exists, or as a root.
 */
@NullMarked
package io.okrledger.command.team;

import org.jspecify.annotations.NullMarked;
