/**
 * What happens to an event that cannot be handled. It must not be passed over in silence, and it must not hold up all
 * others: it is parked as a dead letter, and what follows in its stream is parked behind it, until somebody has the
 * stream handled again or gives an event up.
 *
 * <p>{@link io.okrledger.log.letters.Parking} stands in front of the handlers of a processor and finds the one event of a
 * failed batch that cannot be handled. {@link io.okrledger.log.letters.MongoDeadLetters} keeps the letters; they name
 * events and do not copy them, because the log has them. {@link io.okrledger.log.letters.DeadLetters} is for operators.
 */
@NullMarked
package io.okrledger.log.letters;

import org.jspecify.annotations.NullMarked;
