/**
 * A cycle (usually a quarter) bounds objectives, sets the weekly rhythm and the thresholds, and is graded when it closes.
 */
@NullMarked
package io.okrledger.events.cycle;

import org.jspecify.annotations.NullMarked;
