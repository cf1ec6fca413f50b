/**
 * The numbers of objectives, key results and their check-in weeks, each with the facts that it follows from. The numbers
 * are those that the answers show, worked out by the same functions; what is added here is only where they come from.
 */
@NullMarked
package io.okrledger.query.explain.numbers;

import org.jspecify.annotations.NullMarked;
