/**
 * The rebuild of a model beside the one that serves.
 *
 * <p>All nodes follow the model's rollout, one document in the store: they start and stop the processors of its slots, and
 * answer from the one that it names. Whatever has to be done once is done by whoever holds all segments of the slot, and
 * the document goes on by one step then; so a node that dies leaves nothing that another one could not take up.
 */
@NullMarked
package io.okrledger.query.operations.rebuilds;

import org.jspecify.annotations.NullMarked;
