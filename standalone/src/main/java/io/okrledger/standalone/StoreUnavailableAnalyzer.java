package io.okrledger.standalone;

import io.okrledger.embedded.StoreUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in two sentences, instead of a stack trace, why the store did not open. */
class StoreUnavailableAnalyzer extends AbstractFailureAnalyzer<StoreUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnavailableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Put that right, or choose another directory with --okr.data-dir or port with --okr.embedded.port.",
                cause);
    }
}
