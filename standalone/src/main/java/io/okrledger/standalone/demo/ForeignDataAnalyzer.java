package io.okrledger.standalone.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ForeignDataAnalyzer extends AbstractFailureAnalyzer<ForeignDataException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ForeignDataException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Give the demo a directory of its own with --okr.data-dir.", cause);
    }
}
