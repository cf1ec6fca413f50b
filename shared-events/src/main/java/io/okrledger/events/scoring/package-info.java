/**
 * Scoring rules, version 1: exact decimal arithmetic from readings to scores, bands, pace and forecast.
 */
@NullMarked
package io.okrledger.events.scoring;

import org.jspecify.annotations.NullMarked;
