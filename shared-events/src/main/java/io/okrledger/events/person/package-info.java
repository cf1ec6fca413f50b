/**
 * People as the log knows them: opaque ids of the identity provider, never names or mail addresses.
 */
@NullMarked
package io.okrledger.events.person;

import org.jspecify.annotations.NullMarked;
