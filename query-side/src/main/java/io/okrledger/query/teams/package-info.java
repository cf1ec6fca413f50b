/** The teams as they are now, each with its parent in the tree. A part of the catalogue. */
@NullMarked
package io.okrledger.query.teams;

import org.jspecify.annotations.NullMarked;
