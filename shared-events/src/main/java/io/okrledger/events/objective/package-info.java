/**
 * An objective says in words what a team focuses on in one cycle; its key results say in numbers how we will know.
 * Key results and check-ins live in the stream of their objective.
 */
@NullMarked
package io.okrledger.events.objective;

import org.jspecify.annotations.NullMarked;
