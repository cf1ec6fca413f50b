/**
 * The objectives and their key results as they are now. A part of the catalogue.
 *
 * <p>Key results live in the document of their objective, as their events live in its stream. Whatever happens in that
 * stream moves the version of the objective, which is the one to name in {@code If-Match} for its key results too.
 */
@NullMarked
package io.okrledger.query.objectives;

import org.jspecify.annotations.NullMarked;
