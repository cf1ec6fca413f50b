package io.okrledger.query.quality.wording;

import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;
import java.util.Locale;

/** A key result says in numbers what will be different. Words alone do not tell, so the metric is looked at as well. */
public final class KeyResultWording {

    private static final BigDecimal ALL_PER_CENT = BigDecimal.valueOf(100);
    private static final int MOST_VAGUE_WORDS = 6;

    private final Title title;
    private final Metric metric;

    private KeyResultWording(Title title, Metric metric) {
        this.title = title;
        this.metric = metric;
    }

    public static KeyResultWording of(String title, Metric metric) {
        return new KeyResultWording(Title.of(title), metric);
    }

    /** It begins with what somebody does, or ends with what is done, and is measured as not done or done. */
    public boolean isTask() {
        return isMilestone() && (isDoing() || Words.DONE.contains(title.last())) && !promisesOutcome();
    }

    /** "Hire 5 engineers", from 0 to 5: it counts what is done, and not what that brings. */
    public boolean countsOutput() {
        return metric instanceof Metric.Reach reach
                && reach.baseline().signum() == 0
                && !isMilestone()
                && isDoing()
                && title.second().replace(",", "").equals(reach.target().toPlainString());
    }

    /** A direction without a number, beside a measure that tells no more: from nothing, or of nothing. */
    public boolean isVague() {
        var words = title.core().size();
        var direction = Words.VAGUE.contains(title.opening())
                || Words.COMPARATIVES.contains(title.opening())
                || Words.DIRECTIONS.contains(title.last());
        return title.number() == null
                && words <= MOST_VAGUE_WORDS
                && (direction || words <= 1)
                && (startsFromNothing() || lacksUnit());
    }

    public boolean lacksUnit() {
        return Words.NO_UNITS.contains(unit()) && !title.isPureNumber();
    }

    private boolean isDoing() {
        return Words.DOING.contains(title.opening());
    }

    private boolean startsFromNothing() {
        return metric instanceof Metric.Reach reach && reach.baseline().signum() == 0;
    }

    /** From 0 to 1, or from nothing to all of it: how much of the thing is done. */
    private boolean isMilestone() {
        return metric instanceof Metric.Reach reach
                && reach.baseline().signum() == 0
                && (reach.target().compareTo(BigDecimal.ONE) == 0
                        || (reach.target().compareTo(ALL_PER_CENT) == 0 && (lacksUnit() || unit().equals("%"))));
    }

    /** "Launch in 3 new markets to reach 1M revenue" is an outcome that tells the way as well. */
    private boolean promisesOutcome() {
        return title.number() != null && title.tellsOutcome();
    }

    private String unit() {
        return metric.unit().strip().toLowerCase(Locale.ROOT);
    }
}
