/**
 * What every read model shares: documents that are pure folds of the log, written once per batch and guarded by
 * position, and lists that are read in pages.
 *
 * <p>A read model is a {@link View} record, a projection that folds events into it through a {@link ViewStore}, queries
 * that read it, and a controller. The projection's handlers take the event and its {@link Fact}. A store that is opened to
 * look back keeps the former versions of its documents, and answers for an {@link AsOf} as for now.
 */
@NullMarked
package io.okrledger.query.support;

import org.jspecify.annotations.NullMarked;
