package io.okrledger.standalone.organisation;

import static java.time.DayOfWeek.MONDAY;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said about a key result week by week, by somebody who is as faithful as they are. */
final class CheckIns {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    private record Said(IsoWeek week, Reading reading, Instant at) {}

    private final World world;
    private final KeyResult keyResult;
    private final Map<CheckInId, Said> standing = new LinkedHashMap<>();

    /** In how many of a thousand weeks somebody checks in. */
    private final int faith;

    /** Who looks weekly gets further. */
    private final double fate;

    CheckIns(World world, KeyResult keyResult) {
        this.world = world;
        this.keyResult = keyResult;
        faith = world.chances().oneOf(List.of(970, 950, 900, 850, 650, 500, 200));
        fate = 0.35 + 0.4 * faith / 1000 + 0.5 * world.chances().share();
    }

    /** One in twenty weeks is checked in late or too late, one in a hundred at the very last moment or just behind it. */
    void work(IsoWeek week) {
        var calendar = keyResult.quarter().calendar();
        var due = calendar.dueMoment(week);
        var lastMoment = calendar.graceEnd(week);
        var next = calendar.dueMoment(week.next());
        var chances = world.chances();
        if (!calendar.isDue(week) || !chances.in1000(faith)) {
            return;
        }
        switch (chances.between(1, 100)) {
            case 1 -> say(lastMoment, week);
            case 2 -> say(lastMoment.plusMillis(1), week);
            case 3 -> say(next, week);
            case 4, 5, 6, 7 -> say(lastMoment.plus(chances.below(FIVE_DAYS)), week);
            case 8, 9 -> say(next.plus(chances.below(FIVE_DAYS)), week);
            case 10, 11, 12 -> {
                say(due.minus(chances.below(TWO_DAYS)), week);
                say(due.minus(chances.below(TWO_DAYS)), week);
            }
            default -> say(due.minus(chances.below(TWO_DAYS)), week);
        }
    }

    /** The value of each week that has one, oldest week first; of several the one that was said last. */
    List<BigDecimal> weeklyValues() {
        var weekly = new TreeMap<IsoWeek, BigDecimal>();
        standing.values().forEach(said -> weekly.put(said.week(), said.reading().value()));
        return List.copyOf(weekly.values());
    }

    /** Null if nobody has said any. */
    BigDecimal newestValue() {
        var values = weeklyValues();
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private void say(Instant at, IsoWeek week) {
        world.at(at, () -> record(week));
    }

    private void record(IsoWeek week) {
        if (!keyResult.takesCheckIns()) {
            return;
        }
        var id = world.newId(CheckInId::new);
        var reading = reading(week);
        standing.put(id, new Said(week, reading, world.now()));
        var recorded = new CheckInRecorded(keyResult.objectiveId(), keyResult.id(), id, week, reading);
        world.make(keyResult.owner(), "RecordCheckIn", keyResult.stream(), id, List.of(recorded));
        if (world.chances().in1000(30)) {
            later(() -> correct(id));
        }
        if (world.chances().in1000(15)) {
            later(() -> retract(id));
        }
    }

    private void correct(CheckInId id) {
        var said = standing.get(id);
        if (said == null || !keyResult.takesCheckIns()) {
            return;
        }
        var read = reading(said.week());
        var reading =
                new Reading(read.value(), read.confidence(), said.reading().note());
        if (!reading.equals(said.reading())) {
            standing.put(id, new Said(said.week(), reading, said.at()));
            var reason = "Read off the wrong line";
            var corrected = new CheckInCorrected(
                    keyResult.objectiveId(), keyResult.id(), id, said.week(), said.reading(), reading, reason);
            world.write(keyResult.owner(), "CorrectCheckIn", keyResult.stream(), corrected);
        }
    }

    private void retract(CheckInId id) {
        var said = keyResult.takesCheckIns() ? standing.remove(id) : null;
        if (said != null) {
            var retracted = new CheckInRetracted(
                    keyResult.objectiveId(),
                    keyResult.id(),
                    id,
                    said.week(),
                    said.reading(),
                    remaining(said.week()),
                    "Meant for another one");
            world.write(keyResult.owner(), "RetractCheckIn", keyResult.stream(), retracted);
        }
    }

    private RemainingCheckIns remaining(IsoWeek week) {
        var left = standing.entrySet().stream()
                .filter(entry -> entry.getValue().week().equals(week))
                .toList();
        if (left.isEmpty()) {
            return null;
        }
        var last = left.get(left.size() - 1);
        return new RemainingCheckIns(
                last.getKey(),
                last.getValue().reading(),
                left.get(0).getValue().at(),
                last.getValue().at());
    }

    private void later(Runnable work) {
        world.at(world.now().plus(world.chances().below(TWO_DAYS)), work);
    }

    private Reading reading(IsoWeek week) {
        var calendar = keyResult.quarter().calendar();
        var days = Duration.between(
                calendar.startsAt(),
                week.next().on(MONDAY).atStartOfDay(calendar.zone()).toInstant());
        var elapsed = Math.min(1, days.toDays() / 91.0);
        var value = keyResult.measures().value(keyResult.metric(), fate, elapsed);
        var confidence = (int) Math.round(
                Math.min(10, Math.max(0, fate * 11 - 3 * world.chances().share())));
        var note = world.chances().in1000(100) ? "Slower than we thought, but we know why" : null;
        return new Reading(value, confidence, note);
    }
}
