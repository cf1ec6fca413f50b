/**
 * A goal says where the organisation is going; it stays across cycles.
 */
@NullMarked
package io.okrledger.events.goal;

import org.jspecify.annotations.NullMarked;
