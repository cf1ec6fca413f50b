/**
 * Everything that happened to a goal, a team, a cycle or an objective, as sentences.
 *
 * <p>A sentence is written once, with the titles as they were; nobody rewrites what was said. The titles of key
 * results are kept in a document per objective, written after the rows that were worked out from it.
 */
@NullMarked
package io.okrledger.query.timeline;

import org.jspecify.annotations.NullMarked;
