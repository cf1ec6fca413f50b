/** The goals as they are now. A part of the catalogue. */
@NullMarked
package io.okrledger.query.goals;

import org.jspecify.annotations.NullMarked;
