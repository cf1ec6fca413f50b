/**
 * The tree: from what is known of goals and objectives to where each of them stands. Plain functions, which hold whatever
 * the objectives say of each other.
 */
@NullMarked
package io.okrledger.query.alignment.tree;

import org.jspecify.annotations.NullMarked;
