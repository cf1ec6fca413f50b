/**
 * Documents that are pure folds of the log, written once per batch of events and guarded by position.
 *
 * <p>A read model is a {@link View} record, a projection that folds events into it through a {@link ViewStore}, queries
 * that read it, and a controller. The projection's handlers take the event and its
 * {@link io.okrledger.query.support.Fact}. A store that is opened to look back keeps the former versions of its documents,
 * and answers for an {@link io.okrledger.query.support.AsOf} as for now.
 */
@NullMarked
package io.okrledger.query.support.views;

import org.jspecify.annotations.NullMarked;
