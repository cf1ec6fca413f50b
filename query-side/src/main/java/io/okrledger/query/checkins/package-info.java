/** The check-ins of key results, with what was corrected or retracted. A part of the catalogue. */
@NullMarked
package io.okrledger.query.checkins;

import org.jspecify.annotations.NullMarked;
