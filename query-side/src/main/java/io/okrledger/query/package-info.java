/**
 * The side that reads: every package below is one read model, named for the question that it answers, but for {@code
 * support} and {@code http}, which they share.
 */
@NullMarked
package io.okrledger.query;

import org.jspecify.annotations.NullMarked;
