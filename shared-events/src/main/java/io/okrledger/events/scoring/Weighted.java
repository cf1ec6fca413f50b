package io.okrledger.events.scoring;

import java.math.BigDecimal;

/**
 * A score and how much it counts in its objective.
 *
 * @param weight 1..100
 */
public record Weighted(int weight, BigDecimal score) {

    /** @throws IllegalArgumentException if the weight is below 1 */
    public Weighted {
        if (weight < 1) {
            throw new IllegalArgumentException("A weight is at least 1, not " + weight);
        }
    }
}
