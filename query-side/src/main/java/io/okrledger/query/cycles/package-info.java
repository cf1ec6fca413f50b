/**
 * The cycles as they are now, and how many of their objectives are graded or abandoned. A part of the catalogue.
 *
 * <p>A cycle's own document knows nothing of objectives, which are other streams; they are counted when somebody asks.
 */
@NullMarked
package io.okrledger.query.cycles;

import org.jspecify.annotations.NullMarked;
