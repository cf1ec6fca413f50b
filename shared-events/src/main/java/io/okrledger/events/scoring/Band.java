package io.okrledger.events.scoring;

import java.math.BigDecimal;

/** The colour of a score. Each band includes its lower bound: by default red [0, 0.3), yellow [0.3, 0.7), green [0.7, 1]. */
public enum Band {
    RED,
    YELLOW,
    GREEN;

    public static Band of(BigDecimal score, ScoringPolicy policy) {
        if (score.compareTo(policy.greenFrom()) >= 0) {
            return GREEN;
        }
        return score.compareTo(policy.yellowFrom()) >= 0 ? YELLOW : RED;
    }
}
