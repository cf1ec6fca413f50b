/**
 * The order of BSON values as bytes: whose unsigned order is that of the values.
 *
 * <p>{@link io.okrledger.embedded.order.OrderedValue} is the order of single values, and that of ids;
 * {@link io.okrledger.embedded.order.KeyWriter} that of several, one after the other, each ascending or descending. The
 * bytes are in the files: what they are for a value can never change.
 */
@NullMarked
package io.okrledger.embedded.order;

import org.jspecify.annotations.NullMarked;
