/**
 * Both sides in one process, on the embedded store unless {@code okr.mongodb.uri} names a server: the default way to run
 * OKR Ledger. It adds nothing of its own to either side.
 *
 * <p>On the way down the web server stops first, then the processors, then the store.
 */
@NullMarked
package io.okrledger.standalone;

import org.jspecify.annotations.NullMarked;
