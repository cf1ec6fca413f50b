/** Lists that are read in pages, or as a whole. */
@NullMarked
package io.okrledger.query.support.paging;

import org.jspecify.annotations.NullMarked;
