/**
 * The published language of OKR Ledger: which events there are and under which stable names they are stored.
 * The language depends on the JDK and on annotations only, so that anybody can read the log with it.
 */
@NullMarked
package io.okrledger.events;

import org.jspecify.annotations.NullMarked;
