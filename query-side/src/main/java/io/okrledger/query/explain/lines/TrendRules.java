package io.okrledger.query.explain.lines;

import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.trends.figures.Trend;

/** What is said of the rules by which cycles are compared. */
final class TrendRules {

    static final Rule COUNT = rule("count", "the number of the inputs");
    static final Rule PER_OBJECTIVE = rule("key-results-per-objective", "keyResults / objectives" + rounded());
    static final Rule HISTOGRAM = rule(
            "histogram", "how many scores are in [0, 0.1), [0.1, 0.2) and so on to [0.9, 1]; only what is measured");
    static final Rule BANDS = rule("bands", "how many scores have this band; only what is measured");
    static final Rule MET = rule("met", "how many key results met what is expected of them");
    static final Rule RATE = rule("completion-rate", "met / n" + rounded());
    static final Rule WILSON = rule("wilson-interval", "Wilson's 95% score interval of met out of n");
    static final Rule SHARE = rule("share", "those of which it is so / all" + rounded());
    static final Rule OWNED = rule("owned", "those whose team is not retired / all" + rounded());
    static final Rule LINKED = rule("linked-to-goal", "those that have a goal / all" + rounded());
    static final Rule MEAN_CONFIDENCE =
            rule("mean-confidence", "sum(confidenceAtHalfTime) / number of these" + rounded());
    static final Rule BRIER = rule(
            "brier-score",
            "the mean of (confidenceAtHalfTime / 10 - outcome) squared, outcome 1 for met and 0 for not; of key results"
                    + " that are graded and had one" + rounded());
    static final Rule SUM = rule("sum", "the sum of the inputs");
    static final Rule DELTA = rule(
            "delta",
            "now less before; before is the newest cycle of the same length, up to three days, that ended before this"
                    + " one began");
    static final Rule SERVED = rule("served", "(onTime + late) / (onTime + late + missed)" + rounded());
    static final Rule ON_TIME = rule("served-on-time", "onTime / (onTime + late + missed)" + rounded());

    private TrendRules() {}

    private static Rule rule(String id, String sentence) {
        return new Rule("trend-" + id, Trend.RULES_VERSION, sentence);
    }

    private static String rounded() {
        return ", rounded half up to 4 places; none without any";
    }
}
