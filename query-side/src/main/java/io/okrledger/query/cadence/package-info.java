/**
 * Was every week served? One document per objective holds when each of its key results came to life, who owned it from
 * when on, and when each week was first checked in. Whether a week was served, is owed or was missed follows from these
 * facts, the rhythm of the cycle and the clock, whenever somebody asks.
 *
 * <p>A week that has not begun is nobody's debt and is not listed. A week belongs to whoever owned the key result at its
 * due moment and grace. A key result ends when it is dropped, its objective abandoned or the cycle closed; nobody can
 * check in any more then, so what is open is missed at once. What is imported is judged by the dates that it claims.
 */
@NullMarked
package io.okrledger.query.cadence;

import org.jspecify.annotations.NullMarked;
