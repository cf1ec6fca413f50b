package io.okrledger.standalone.demo;

import static io.okrledger.standalone.demo.Company.LEAD;
import static java.time.DayOfWeek.FRIDAY;

import io.okrledger.events.calendar.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One quarter: planned a week ahead, opened on its first day, checked in to week by week, closed on the day after. */
final class PlayedQuarter {

    private static final Logger LOG = LoggerFactory.getLogger(PlayedQuarter.class);
    private static final int MINUTES_APART = 5;

    private final Api api;
    private final Quarter quarter;
    private final Company company;
    private final List<PlayedObjective> objectives = new ArrayList<>();
    private final List<PlayedKeyResult> keyResults = new ArrayList<>();
    private String cycle = "";

    PlayedQuarter(Api api, Seed seed, Quarter quarter, Company company) {
        this.api = api;
        this.quarter = quarter;
        this.company = company;
        var courses = quarter.keyResults().iterator();
        for (var objective : seed.objectives()) {
            var own = objective.keyResults().stream()
                    .map(keyResult -> new PlayedKeyResult(api, keyResult, courses.next()))
                    .toList();
            keyResults.addAll(own);
            objectives.add(new PlayedObjective(api, objective, own));
        }
    }

    void writeInto(Timeline timeline) {
        timeline.at(company.at(quarter.startsOn().minusDays(7), LocalTime.of(9, 0)), this::plan);
        timeline.at(company.at(quarter.startsOn(), LocalTime.of(8, 0)), () -> move("opening"));
        for (var week = 0; week < quarter.weeks(); week++) {
            writeInto(timeline, week);
        }
        for (var turn : quarter.turns()) {
            timeline.at(company.at(friday(turn.week() - 1).minusDays(2), LocalTime.NOON), () -> take(turn));
        }
        if (quarter.closes()) {
            timeline.at(company.at(quarter.endsOn().plusDays(1), LocalTime.of(7, 0)), this::close);
        }
    }

    private void writeInto(Timeline timeline, int week) {
        var friday = friday(week);
        var isoWeek = IsoWeek.of(friday);
        for (var i = 0; i < keyResults.size(); i++) {
            var keyResult = keyResults.get(i);
            var minute = i * MINUTES_APART;
            var onTime = company.at(friday.minusDays(1), LocalTime.of(10, minute));
            Runnable checkIn = () -> keyResult.checkIn(week, isoWeek);
            switch (quarter.keyResults().get(i).rhythm().charAt(week)) {
                case 'o' -> timeline.at(onTime, checkIn);
                case 'l' -> timeline.at(company.at(friday.plusDays(3), LocalTime.of(9, minute)), checkIn);
                case 'b' -> timeline.at(company.at(friday.plusDays(11), LocalTime.of(9, minute)), checkIn);
                case 'c' -> {
                    timeline.at(onTime, () -> keyResult.mistake(week, isoWeek));
                    timeline.at(company.at(friday, LocalTime.of(9, minute)), () -> keyResult.correct(week));
                }
                default -> {} // nobody checks in
            }
        }
        timeline.at(company.at(friday, LocalTime.of(18, 0)), () -> report(week));
    }

    private void plan() {
        var body = Map.of(
                "name", quarter.name(),
                "startsOn", quarter.startsOn(),
                "endsOn", quarter.endsOn(),
                "timeZone", company.zone());
        cycle = api.post(LEAD, "/api/cycles", body);
        objectives.forEach(objective -> objective.addTo(cycle, company));
        LOG.info("{} is planned: {} objectives, {} key results", quarter.name(), objectives.size(), keyResults.size());
    }

    private void take(Quarter.Turn turn) {
        var keyResult = keyResults.get(turn.keyResult() - 1);
        switch (turn.what()) {
            case TARGET -> keyResult.moveTarget(turn);
            case OWNER -> keyResult.passOn(turn);
            case OBJECTIVE_OWNER ->
                objectives.stream()
                        .filter(objective -> objective.has(keyResult))
                        .forEach(objective -> objective.passOn(turn));
        }
    }

    private void report(int week) {
        var checkedIn = quarter.keyResults().stream()
                .filter(course -> "oc".indexOf(course.rhythm().charAt(week)) >= 0)
                .count();
        LOG.info("{}, week {}: {} of {} checked in on time", quarter.name(), week + 1, checkedIn, keyResults.size());
    }

    private void close() {
        move("closing");
        api.awaitThat("/api/cycles/" + cycle, answer -> answer.path("graded").asInt() == objectives.size());
        LOG.info("{} is closed and graded", quarter.name());
    }

    private void move(String to) {
        api.post(LEAD, "/api/cycles/" + cycle + "/" + to, Map.of());
    }

    private LocalDate friday(int week) {
        return quarter.startsOn().with(TemporalAdjusters.nextOrSame(FRIDAY)).plusWeeks(week);
    }
}
