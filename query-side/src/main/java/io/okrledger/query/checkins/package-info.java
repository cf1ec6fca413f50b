/** The check-ins of key results, with what was corrected. A part of the catalogue. */
@NullMarked
package io.okrledger.query.checkins;

import org.jspecify.annotations.NullMarked;
