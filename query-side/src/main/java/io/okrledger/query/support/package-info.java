/**
 * What every read model shares: documents that are pure folds of the log, written once per batch and guarded by
 * position, and lists that are read in pages.
 *
 * <p>A read model is a {@link View} record, a projection that folds events into it through a {@link ViewStore}, queries
 * that read it, and a controller. The projection's handlers take the event and its {@link Fact}.
 */
@NullMarked
package io.okrledger.query.support;

import org.jspecify.annotations.NullMarked;
