package io.okrledger.standalone.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to happen when, written down in any order and played in the order of time. */
final class Timeline {

    private record Moment(Instant at, Runnable deed) {}

    private final List<Moment> moments = new ArrayList<>();

    void at(Instant instant, Runnable deed) {
        moments.add(new Moment(instant, deed));
    }

    /** Of two deeds at one instant the one written down first comes first. */
    void play(DemoClock clock) {
        moments.stream().sorted(Comparator.comparing(Moment::at)).forEach(moment -> {
            clock.moveTo(moment.at());
            moment.deed().run();
        });
    }
}
