package io.okrledger.standalone.demo;

import io.okrledger.events.calendar.IsoWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** One key result in one quarter: whose it is, and what they say about it in which week. Weeks count from 0. */
final class PlayedKeyResult {

    private final Api api;
    private final Seed.KeyResult seed;
    private final Quarter.Course course;
    private String owner;
    private String path = "";
    private String regretted = "";

    PlayedKeyResult(Api api, Seed.KeyResult seed, Quarter.Course course) {
        this.api = api;
        this.seed = seed;
        this.course = course;
        owner = course.owner();
    }

    String owner() {
        return owner;
    }

    void addTo(String objective) {
        var body = Map.of(
                "title", seed.title(),
                "metric", seed.metric(),
                "ownerId", owner,
                "ambition", course.ambition());
        path = objective + "/key-results/" + api.post(owner, objective + "/key-results", body);
    }

    void moveTarget(Quarter.Turn turn) {
        api.put(owner, path + "/target", Map.of("target", new BigDecimal(turn.to()), "reason", turn.reason()));
    }

    void passOn(Quarter.Turn turn) {
        api.put(owner, path + "/owner", Map.of("ownerId", turn.to(), "reason", turn.reason()));
        owner = turn.to();
    }

    void checkIn(int week, IsoWeek isoWeek) {
        record(week, isoWeek, value(week));
    }

    void mistake(int week, IsoWeek isoWeek) {
        regretted = record(week, isoWeek, value(week).multiply(BigDecimal.TEN));
    }

    void correct(int week) {
        var body = Map.of("value", value(week), "reason", "The decimal point had slipped.");
        api.post(owner, path + "/check-ins/" + regretted + "/correction", body);
    }

    private String record(int week, IsoWeek isoWeek, BigDecimal value) {
        var body = Map.of("value", value, "confidence", confidence(week), "week", isoWeek.toString());
        return api.post(owner, path + "/check-ins", body);
    }

    private BigDecimal value(int week) {
        var baseline = seed.metric().baseline();
        return (baseline == null ? kept(week) : reached(week, baseline)).setScale(2, RoundingMode.HALF_UP);
    }

    /** On the good side of the bound in the share of weeks that the course asks for, spread evenly. */
    private BigDecimal kept(int week) {
        var keeps = Math.floor((week + 1) * course.reaches()) > Math.floor(week * course.reaches());
        return seed.metric().target().add(new BigDecimal(keeps ? "0.1" : "-0.1"));
    }

    private BigDecimal reached(int week, BigDecimal baseline) {
        var unevenness = week + 1 == course.weeks() ? 0 : (week * 5 % 7 - 3) * 0.01;
        var progress = BigDecimal.valueOf(course.reaches() * share(week) + unevenness);
        return baseline.add(seed.metric().target().subtract(baseline).multiply(progress));
    }

    /** Everybody starts with some confidence and ends with as much as the progress gives. */
    private int confidence(int week) {
        var end = Math.max(0, Math.min(10, 10 * course.reaches()));
        return (int) Math.round(6 + (end - 6) * share(week));
    }

    private double share(int week) {
        return (week + 1.0) / course.weeks();
    }
}
