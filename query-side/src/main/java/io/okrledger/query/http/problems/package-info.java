/** Refusals, and whatever else goes wrong, as problems with a code. */
@NullMarked
package io.okrledger.query.http.problems;

import org.jspecify.annotations.NullMarked;
