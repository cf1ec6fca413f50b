/**
 * The weekly rhythm: ISO weeks, due moments and the state of a check-in week as seen at an instant.
 */
@NullMarked
package io.okrledger.events.calendar;

import org.jspecify.annotations.NullMarked;
