/**
 * Stores as the product sees them: through the official driver, with documents and indexes of the log's shape, and the
 * log's concerns.
 */
@NullMarked
package io.okrledger.benchmarks.store;

import org.jspecify.annotations.NullMarked;
