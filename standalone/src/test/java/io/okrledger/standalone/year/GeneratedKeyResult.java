package io.okrledger.standalone.year;

import static java.util.stream.Collectors.toMap;

import io.okrledger.events.calendar.IsoWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A key result of made-up work, which knows what it has done and what it must therefore be graded with. */
final class GeneratedKeyResult {

    /** What became of the check-in of a week. */
    enum Served {
        ON_TIME,
        LATE,
        MISSED
    }

    private final Random random;
    private final boolean reach;
    private final BigDecimal baseline;
    private final TreeMap<IsoWeek, BigDecimal> values = new TreeMap<>();
    private final Map<IsoWeek, Served> weeks = new TreeMap<>();
    private final LocalDate addedOn;
    private BigDecimal target;
    private String id = "";
    private String owner;
    private int weight;
    private LocalDate droppedOn;

    GeneratedKeyResult(Random random, String owner, LocalDate addedOn) {
        this.random = random;
        this.owner = owner;
        this.addedOn = addedOn;
        reach = random.nextInt(10) < 7;
        baseline = BigDecimal.valueOf(random.nextInt(400), 1);
        target = baseline.add(BigDecimal.valueOf(10 + random.nextInt(500), 1));
        weight = 1 + random.nextInt(3);
    }

    void addTo(Ledger ledger, String objective) {
        var metric = reach
                ? "{\"kind\": \"REACH\", \"unit\": \"points\", \"baseline\": %s, \"target\": %s}"
                        .formatted(baseline, target)
                : "{\"kind\": \"KEEP_AT_LEAST\", \"unit\": \"points\", \"target\": %s}".formatted(target);
        id = ledger.post(
                owner, "/api/objectives/" + objective + "/key-results", """
                {"title": "Bring the measure to %s", "ownerId": "%s", "weight": %d, "metric": %s}""".formatted(target, owner, weight, metric));
    }

    /** Goes on with another one of an earlier cycle, from its last value. */
    static GeneratedKeyResult carriedOver(GeneratedKeyResult ancestor, Random random, String id, LocalDate on) {
        return new GeneratedKeyResult(ancestor, random, id, on);
    }

    private GeneratedKeyResult(GeneratedKeyResult ancestor, Random random, String id, LocalDate on) {
        this.random = random;
        this.id = id;
        owner = ancestor.owner;
        addedOn = on;
        reach = ancestor.reach;
        baseline = ancestor.values.isEmpty()
                ? ancestor.baseline
                : ancestor.values.lastEntry().getValue();
        target = ancestor.nextTarget();
        weight = ancestor.weight;
    }

    /** A target that differs from whatever was reached. */
    BigDecimal nextTarget() {
        var reached = values.isEmpty() ? baseline : values.lastEntry().getValue();
        return reached.add(BigDecimal.TEN);
    }

    String id() {
        return id;
    }

    boolean lives() {
        return droppedOn == null;
    }

    String checkIn(Ledger ledger, String path, IsoWeek week, Served served) {
        var value = somewhere();
        var checkIn = said(ledger, path, week, value);
        values.put(week, value);
        weeks.putIfAbsent(week, served);
        return checkIn;
    }

    void mistake(Ledger ledger, String path, IsoWeek week) {
        var checkIn = checkIn(ledger, path, week, Served.ON_TIME);
        var value = somewhere();
        ledger.post(owner, path + "/check-ins/" + checkIn + "/correction", """
                {"value": %s, "reason": "Read off the wrong line"}""".formatted(value));
        values.put(week, value);
    }

    void retracted(Ledger ledger, String path, IsoWeek week) {
        var checkIn = said(ledger, path, week, somewhere());
        ledger.post(owner, path + "/check-ins/" + checkIn + "/retraction", "{\"reason\": \"Meant for another one\"}");
    }

    void handTo(Ledger ledger, String path, String person) {
        ledger.put(owner, path + "/owner", """
                {"ownerId": "%s", "reason": "A new team"}""".formatted(person));
        owner = person;
    }

    void moveTarget(Ledger ledger, String path) {
        target = target.add(BigDecimal.ONE);
        ledger.put(owner, path + "/target", """
                {"target": %s, "reason": "Counted twice"}""".formatted(target));
    }

    void reweigh(Ledger ledger, String path) {
        weight++;
        ledger.put(owner, path + "/weight", "{\"weight\": " + weight + "}");
    }

    void drop(Ledger ledger, String path, LocalDate on) {
        ledger.post(owner, path + "/dropping", "{\"reason\": \"Nobody can measure it\"}");
        droppedOn = on;
    }

    void handedOver(String from, String to) {
        owner = lives() && owner.equals(from) ? to : owner;
    }

    int weight() {
        return weight;
    }

    /** The score by the rules, worked out anew: of its weekly values, with four places. */
    BigDecimal score() {
        if (values.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!reach) {
            var held = values.values().stream()
                    .filter(value -> value.compareTo(target) >= 0)
                    .count();
            return BigDecimal.valueOf(held).divide(BigDecimal.valueOf(values.size()), 4, RoundingMode.HALF_UP);
        }
        var newest = values.lastEntry().getValue();
        return newest.subtract(baseline)
                .divide(target.subtract(baseline), 4, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    /** What must become of these due weeks, as far as it lived in them; the one in which it was added counts if served. */
    Map<String, String> states(List<LocalDate> dueDays) {
        return dueDays.stream()
                .filter(day -> day.isAfter(addedOn) && (droppedOn == null || droppedOn.isAfter(day)))
                .map(IsoWeek::of)
                .filter(week -> !week.equals(IsoWeek.of(addedOn)) || isServed(week))
                .collect(toMap(
                        week -> id + "/" + week,
                        week -> weeks.getOrDefault(week, Served.MISSED).name()));
    }

    private boolean isServed(IsoWeek week) {
        return weeks.getOrDefault(week, Served.MISSED) != Served.MISSED;
    }

    private String said(Ledger ledger, String path, IsoWeek week, BigDecimal value) {
        return ledger.post(
                owner, path + "/check-ins", String.format(Locale.ROOT, """
                {"value": %s, "confidence": %d, "week": "%s"}""", value, random.nextInt(11), week));
    }

    /** Around the way from the baseline to the target, sometimes beyond either. */
    private BigDecimal somewhere() {
        var share = BigDecimal.valueOf(random.nextInt(1300) - 100, 3);
        return baseline.add(target.subtract(baseline).multiply(share)).setScale(2, RoundingMode.HALF_UP);
    }
}
