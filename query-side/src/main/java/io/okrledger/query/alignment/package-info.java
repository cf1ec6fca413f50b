/**
 * How does it hang together? Goals, the objectives that serve them, their key results, and the objectives that contribute
 * to those, as a tree with scores. One document per objective holds what stands in the tree, and apart from it the weekly
 * values that its scores come from, which nobody has to read.
 *
 * <p>An objective stands once: below what it contributes to, else below its goal, else on its own. What the objectives of
 * a cycle contribute to, and what contributes to them, is in its tree from other cycles too and says so. Two writers at
 * once can close a loop that neither of them saw; it is cut above the objective that was created first.
 */
@NullMarked
package io.okrledger.query.alignment;

import org.jspecify.annotations.NullMarked;
