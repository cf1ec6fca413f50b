package io.okrledger.query.quality.rules;

import io.okrledger.events.scoring.Metric;

/** Compares what two metrics of one kind ask for. */
public final class Aims {

    private Aims() {}

    /** Whether the target moved towards the first baseline, or a bound so that it is easier to keep. */
    public static boolean isEasier(Metric present, Metric first) {
        if (present instanceof Metric.Reach now && first instanceof Metric.Reach then) {
            var way = then.target().compareTo(then.baseline());
            return now.target().compareTo(then.target()) * way < 0;
        }
        if (present instanceof Metric.KeepAtLeast now && first instanceof Metric.KeepAtLeast then) {
            return now.target().compareTo(then.target()) < 0;
        }
        if (present instanceof Metric.KeepAtMost now && first instanceof Metric.KeepAtMost then) {
            return now.target().compareTo(then.target()) > 0;
        }
        return present instanceof Metric.KeepWithin now
                && first instanceof Metric.KeepWithin then
                && (now.low().compareTo(then.low()) < 0 || now.high().compareTo(then.high()) > 0);
    }
}
