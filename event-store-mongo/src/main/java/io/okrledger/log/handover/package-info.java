/**
 * The way from one process to the one that writes for all: what is to be written goes there and comes back with what became
 * of it, sealed with a secret that only those can read who use the database. What the bytes mean is not known here.
 */
@NullMarked
package io.okrledger.log.handover;

import org.jspecify.annotations.NullMarked;
