package io.okrledger.standalone.year;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.standalone.year.GeneratedKeyResult.Served;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** An objective of made-up work. Whatever it does follows from its seed and from the day. */
final class GeneratedObjective {

    private static final int WEEKS_UNTIL_BACKFILL = 2;

    private final Random random;
    private final String owner;
    private final List<GeneratedKeyResult> keyResults = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private String id = "";
    private LocalDate abandonedOn;

    /** A check-in that was not made in time, but will be. */
    private record Owed(GeneratedKeyResult keyResult, IsoWeek week, Served served, int mondays) {}

    GeneratedObjective(long seed, String owner) {
        random = new Random(seed);
        this.owner = owner;
    }

    void create(Ledger ledger, String cycle, String team, List<String> people, LocalDate on) {
        id = ledger.post(owner, "/api/objectives", """
                {"title": "Be known for what we do best", "cycleId": "%s", "teamId": "%s", "ownerId": "%s"}""".formatted(cycle, team, owner));
        IntStream.range(0, 3 + random.nextInt(3)).forEach(number -> {
            var keyResult = new GeneratedKeyResult(
                    new Random(random.nextLong()), people.get(random.nextInt(people.size())), on);
            keyResult.addTo(ledger, id);
            keyResults.add(keyResult);
        });
    }

    /** Goes on in another cycle with the key results that live. */
    GeneratedObjective carryOver(Ledger ledger, String cycle, LocalDate on) {
        var next = new GeneratedObjective(random.nextLong(), owner);
        var alive = living();
        var asked = alive.stream()
                .map(keyResult ->
                        "{\"keyResultId\": \"%s\", \"target\": %s}".formatted(keyResult.id(), keyResult.nextTarget()))
                .toList();
        var answer = JsonPath.parse(ledger.answerTo(
                owner, "/api/objectives/" + id + "/carry-over", """
                {"cycleId": "%s", "keyResults": [%s]}""".formatted(cycle, String.join(", ", asked))));
        next.id = answer.read("$.id");
        for (var keyResult : alive) {
            var made =
                    answer.<List<String>>read("$.keyResults[?(@.ancestorId == '" + keyResult.id() + "')].keyResultId");
            next.keyResults.add(
                    GeneratedKeyResult.carriedOver(keyResult, new Random(random.nextLong()), made.get(0), on));
        }
        return next;
    }

    void monday(Ledger ledger) {
        var still = owed.stream()
                .map(each -> new Owed(each.keyResult, each.week, each.served, each.mondays - 1))
                .toList();
        owed.clear();
        for (var each : still) {
            if (each.mondays > 0) {
                owed.add(each);
            } else if (isOpenFor(each.keyResult)) {
                each.keyResult.checkIn(ledger, path(each.keyResult), each.week, each.served);
            }
        }
    }

    void tuesday(Ledger ledger, List<String> people, LocalDate today) {
        if (abandoned()) {
            return;
        }
        if (random.nextInt(400) == 0) {
            ledger.post(owner, "/api/objectives/" + id + "/abandonment", "{\"reason\": \"We do something else now\"}");
            abandonedOn = today;
            return;
        }
        for (var keyResult : living()) {
            switch (random.nextInt(100)) {
                case 0 -> keyResult.moveTarget(ledger, path(keyResult));
                case 1 -> keyResult.reweigh(ledger, path(keyResult));
                case 2 -> keyResult.handTo(ledger, path(keyResult), people.get(random.nextInt(people.size())));
                case 3 -> keyResult.drop(ledger, path(keyResult), today);
                default -> {} // most weeks nothing changes
            }
        }
    }

    void thursday(Ledger ledger, IsoWeek week) {
        if (abandoned()) {
            return;
        }
        for (var keyResult : living()) {
            var path = path(keyResult);
            var what = random.nextInt(100);
            if (what < 68) {
                keyResult.checkIn(ledger, path, week, Served.ON_TIME);
            } else if (what < 75) {
                keyResult.mistake(ledger, path, week);
            } else if (what < 79) {
                keyResult.checkIn(ledger, path, week, Served.ON_TIME);
                keyResult.checkIn(ledger, path, week, Served.ON_TIME);
            } else if (what < 82) {
                keyResult.retracted(ledger, path, week);
            } else if (what < 90) {
                owed.add(new Owed(keyResult, week, Served.LATE, 1));
            } else if (what < 94) {
                owed.add(new Owed(keyResult, week, Served.MISSED, WEEKS_UNTIL_BACKFILL));
            }
        }
    }

    void handOver(String from, String to) {
        keyResults.forEach(keyResult -> keyResult.handedOver(from, to));
    }

    String id() {
        return id;
    }

    boolean abandoned() {
        return abandonedOn != null;
    }

    List<GeneratedKeyResult> living() {
        return keyResults.stream().filter(GeneratedKeyResult::lives).toList();
    }

    /** The grade that it must get; null without any key result that lives. */
    BigDecimal score() {
        var sum = BigDecimal.ZERO;
        var weights = 0;
        for (var keyResult : living()) {
            sum = sum.add(keyResult.score().multiply(BigDecimal.valueOf(keyResult.weight())));
            weights += keyResult.weight();
        }
        return weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), 4, RoundingMode.HALF_UP);
    }

    /** What must become of these due weeks, by key result and week; of an abandoned one those before it was. */
    Map<String, String> states(List<LocalDate> dueDays) {
        var lived = dueDays.stream()
                .filter(day -> abandonedOn == null || abandonedOn.isAfter(day))
                .toList();
        var states = new HashMap<String, String>();
        keyResults.forEach(keyResult -> states.putAll(keyResult.states(lived)));
        return states;
    }

    private boolean isOpenFor(GeneratedKeyResult keyResult) {
        return !abandoned() && keyResult.lives();
    }

    private String path(GeneratedKeyResult keyResult) {
        return "/api/objectives/" + id + "/key-results/" + keyResult.id();
    }
}
