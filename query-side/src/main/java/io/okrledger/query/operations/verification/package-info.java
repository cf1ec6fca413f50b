/**
 * Proves that the read models are what the log says: folds the log anew from its first event into a scratch database, with
 * fresh projections, and compares what that makes with what is served, document by document. The ledger goes on
 * meanwhile; documents that have moved on by the time they are looked at are looked at again, when the fold has followed
 * them.
 */
@NullMarked
package io.okrledger.query.operations.verification;

import org.jspecify.annotations.NullMarked;
