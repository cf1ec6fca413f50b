/**
 * The quality rules: from the facts of a cycle and the instant asked to findings, each with its evidence and since when.
 * Plain functions; nothing is refused because of them.
 */
@NullMarked
package io.okrledger.query.quality.rules;

import org.jspecify.annotations.NullMarked;
