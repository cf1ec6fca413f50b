/** Refusals, and whatever else goes wrong, as problems with a code and the id by which the request is found again. */
@NullMarked
package io.okrledger.query.http.problems;

import org.jspecify.annotations.NullMarked;
