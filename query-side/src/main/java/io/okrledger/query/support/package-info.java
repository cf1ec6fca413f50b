/** What every read model shares: what the log knows beside an event, moments of the past, how far projections have come. */
@NullMarked
package io.okrledger.query.support;

import org.jspecify.annotations.NullMarked;
