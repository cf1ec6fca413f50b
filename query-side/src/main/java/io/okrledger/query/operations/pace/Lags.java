package io.okrledger.query.operations.pace;

import io.okrledger.log.EventLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Works out how far a position is behind the log. */
@Component
public final class Lags {

    private static final double MILLIS_PER_SECOND = 1000;

    private final EventLog log;
    private final Clock clock;

    Lags(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    public Lag behind(long head, long position) {
        if (position >= head) {
            return Lag.NONE;
        }
        return log.read(position, 1).stream()
                .findFirst()
                .map(missing -> {
                    var age = Duration.between(missing.at(), clock.instant()).toMillis();
                    return new Lag(head - position, Math.max(0, age) / MILLIS_PER_SECOND);
                })
                .orElse(Lag.NONE);
    }
}
