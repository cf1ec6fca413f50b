package io.okrledger.query.objectives;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A key result by itself.
 *
 * @param version the version of its objective
 */
record KeyResult(String objectiveId, @JsonUnwrapped KeyResultView keyResult, long version) {}
