/**
 * What is counted, and how. An objective is judged once for as long as nothing happens to it and no week falls due; a
 * line of a trend is summed up from what its objectives were judged to be.
 */
@NullMarked
package io.okrledger.query.trends.figures;

import org.jspecify.annotations.NullMarked;
