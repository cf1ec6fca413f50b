/**
 * What operators see and decide: how far the log and each model are, and each
 * {@linkplain io.okrledger.query.operations.Step step} of the rebuild of a model.
 */
@NullMarked
package io.okrledger.query.operations;

import org.jspecify.annotations.NullMarked;
