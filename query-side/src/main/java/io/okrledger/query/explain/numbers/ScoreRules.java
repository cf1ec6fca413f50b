package io.okrledger.query.explain.numbers;

import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Pacing;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.measure.Measure;

/** What is said of the rules from readings to scores, bands and grades. */
public final class ScoreRules {

    public static final Rule MEAN =
            new Rule("mean-score", Scoring.RULES_VERSION, "sum(score) / number of scores, rounded half up to 4 places");
    public static final Rule MEDIAN = new Rule(
            "median-score",
            Scoring.RULES_VERSION,
            "the middle score, or the mean of the middle two rounded half up to 4 places");
    public static final Rule MEASURED = new Rule(
            "measured-of-all", Scoring.RULES_VERSION, "key results that are measured / key results that count");

    static final Rule WEEK_VALUE = new Rule(
            "newest-week-value",
            Measure.RULES_VERSION,
            "the value of the newest week that has one; for a week stands the check-in recorded last");
    static final Rule WEEK_CONFIDENCE = new Rule(
            "newest-week-confidence",
            Measure.RULES_VERSION,
            "the confidence of the newest week that has one; for a week stands the check-in recorded last");
    static final Rule IS_MEASURED =
            new Rule("is-measured", Scoring.RULES_VERSION, "whether there is any week with a value");
    static final Rule BAND = new Rule(
            "band",
            Pacing.RULES_VERSION,
            "GREEN from greenFrom on, YELLOW from yellowFrom on, RED below; none while nothing is measured");
    static final Rule EXPECTED_MEAN = new Rule(
            "expected-weighted-mean",
            Pacing.RULES_VERSION,
            "sum(weight x expected) / sum(weight), rounded half up to 4 places");
    static final Rule MET = new Rule(
            "met", Scoring.RULES_VERSION, "whether the score is at least the expectation; of a grade what it says");

    private ScoreRules() {}

    static Rule weightedMean(String of, int version) {
        var sentence = "sum(weight x %s) / sum(weight), rounded half up to 4 places".formatted(of);
        return new Rule("weighted-mean-" + of, version, sentence);
    }

    static Rule progress(Metric metric, boolean measured) {
        return !measured
                ? unmeasured()
                : metric.accrues()
                        ? new Rule("reach-progress", Scoring.RULES_VERSION, reached() + ", rounded half up to 4 places")
                        : kept(metric, Scoring.RULES_VERSION);
    }

    /** @param version of the rules, those of today or those of the grade */
    static Rule score(Metric metric, boolean measured, int version) {
        return !measured
                ? unmeasured()
                : metric.accrues()
                        ? new Rule("reach-score", version, reached() + ", clamped to 0..1, rounded half up to 4 places")
                        : kept(metric, version);
    }

    /** @param what the score, the progress or whether it was measured */
    static Rule graded(String what, int version) {
        return new Rule(
                "graded-" + what, version, "once an objective is graded, the grade as it was amended last says it");
    }

    static Rule grade(int version) {
        return new Rule("grade", version, "the newest amendment, else the grade that was given when the cycle closed");
    }

    private static String reached() {
        return "progress = (value - baseline) / (target - baseline)";
    }

    private static Rule unmeasured() {
        return new Rule("unmeasured-score", Scoring.RULES_VERSION, "0 without any week that has a value: no data");
    }

    private static Rule kept(Metric metric, int version) {
        var held = metric instanceof Metric.KeepAtLeast
                ? "at least the target"
                : metric instanceof Metric.KeepAtMost ? "at most the target" : "from low to high";
        var id = metric instanceof Metric.KeepAtLeast
                ? "keep-at-least-score"
                : metric instanceof Metric.KeepAtMost ? "keep-at-most-score" : "keep-within-score";
        return new Rule(
                id,
                version,
                "weeks whose value is " + held + " / weeks that have a value, rounded half up to 4 places");
    }
}
