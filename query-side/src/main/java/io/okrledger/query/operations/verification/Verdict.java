package io.okrledger.query.operations.verification;

import java.util.List;

/** @param position up to which every event was folded and every model compared */
record Verdict(long position, List<ModelVerdict> models) {

    boolean isProof() {
        return models.stream().allMatch(model -> model.differences() == 0);
    }
}
