package io.okrledger.query.explain.numbers;

import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.objectives.facts.KnownKeyResult;

/** Every number of a key result that the scoreboard, the catalogue and the analyses show. */
public final class KeyResultNumbers {

    private KeyResultNumbers() {}

    public static Figures of(Subject subject, KnownKeyResult keyResult) {
        var figures = new Figures();
        var scores = new ScoreNumbers(subject, keyResult);
        scores.addTo(figures);
        new PaceNumbers(subject, keyResult, scores).addTo(figures);
        new ReviewNumbers(subject, keyResult, scores).addTo(figures);
        return figures;
    }
}
