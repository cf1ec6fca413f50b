/**
 * What is known of objectives and of their key results: a document for each, folded from the objective's stream, with
 * its former versions. Every question about objectives is answered from these, so that each event is folded once and
 * every answer can look back.
 */
@NullMarked
package io.okrledger.query.objectives.facts;

import org.jspecify.annotations.NullMarked;
