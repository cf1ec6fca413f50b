/** Which slot of each model serves, as all nodes know it, and whether its documents are what this release can read. */
@NullMarked
package io.okrledger.query.support.rollouts;

import org.jspecify.annotations.NullMarked;
