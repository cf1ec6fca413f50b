/**
 * The two slots that every model has, which of them serves, and the steps by which a model that is built anew takes the
 * place of the one that serves. Nothing here stores, reads or processes anything.
 */
@NullMarked
package io.okrledger.query.support.slots;

import org.jspecify.annotations.NullMarked;
