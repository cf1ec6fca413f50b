/** How requests are read: who asks and under which conditions, bodies, and what stands in them. */
@NullMarked
package io.okrledger.command.support.requests;

import org.jspecify.annotations.NullMarked;
