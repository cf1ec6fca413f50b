/**
 * A team is a node in a tree; objectives belong to teams.
 */
@NullMarked
package io.okrledger.events.team;

import org.jspecify.annotations.NullMarked;
