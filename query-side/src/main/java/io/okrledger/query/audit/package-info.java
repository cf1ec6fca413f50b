/** The log itself, event by event, for whoever has to prove what happened: nothing here is a projection. */
@NullMarked
package io.okrledger.query.audit;

import org.jspecify.annotations.NullMarked;
