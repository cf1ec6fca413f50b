/**
 * Where do we stand? One document per objective holds the facts of its key results: their numbers week by week, owners,
 * weights and grades. Scores follow from these facts; bands, pace and forecasts also from the terms of the cycle and from
 * the clock, so they are made when somebody asks and nothing has to tick for an answer to be right.
 *
 * <p>What was abandoned or dropped has no place here; the catalogue and the history keep it.
 */
@NullMarked
package io.okrledger.query.scoreboard;

import org.jspecify.annotations.NullMarked;
