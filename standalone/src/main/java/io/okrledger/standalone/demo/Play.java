package io.okrledger.standalone.demo;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Writes down what happens when, then plays it. */
final class Play {

    private final Timeline timeline = new Timeline();

    Play(Api api, Seed seed, List<Quarter> quarters) {
        var company = new Company(api, ZoneId.of(seed.cycle().timeZone()));
        var founding = quarters.get(0).startsOn().minusDays(8);
        timeline.at(company.at(founding, LocalTime.of(9, 0)), () -> company.found(seed));
        quarters.forEach(quarter -> new PlayedQuarter(api, seed, quarter, company).writeInto(timeline));
    }

    void to(DemoClock clock) {
        timeline.play(clock);
    }
}
