/**
 * Proves that a stored log is what it promises to be, or names the first position from which on it is not.
 *
 * <p>{@link io.okrledger.log.verification.LogVerification} is for whoever does not take the log's word for it: it reads the
 * documents for itself and shares with the log only how a commit is stored and hashed. A {@link
 * io.okrledger.log.verification.Verdict} says what it has found; a {@link io.okrledger.log.verification.Checkpoint}, kept
 * where no writer of the log gets at it, lets a later run notice that the whole of it was written anew.
 */
@NullMarked
package io.okrledger.log.verification;

import org.jspecify.annotations.NullMarked;
