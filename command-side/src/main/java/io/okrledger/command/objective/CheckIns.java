package io.okrledger.command.objective;

import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The check-ins of one key result. */
final class CheckIns {

    /** @param at when it was made */
    record CheckIn(CheckInId id, IsoWeek week, Reading reading, Instant at) {}

    /** In the order in which they were recorded, whatever was corrected later. */
    private final Map<CheckInId, CheckIn> standing = new LinkedHashMap<>();

    private final Set<CheckInId> retracted = new HashSet<>();

    void on(CheckInRecorded event, Instant at) {
        standing.put(event.checkInId(), new CheckIn(event.checkInId(), event.week(), event.reading(), at));
    }

    void on(CheckInCorrected event) {
        standing.computeIfPresent(
                event.checkInId(), (id, old) -> new CheckIn(id, old.week(), event.newReading(), old.at()));
    }

    void on(CheckInRetracted event) {
        standing.remove(event.checkInId());
        retracted.add(event.checkInId());
    }

    /** @throws RuleViolation unknown-check-in, check-in-retracted */
    CheckIn standing(CheckInId id) {
        if (retracted.contains(id)) {
            throw new RuleViolation(Rule.CHECK_IN_RETRACTED, "It stands for nothing any more: " + id);
        }
        var checkIn = standing.get(id);
        if (checkIn == null) {
            throw new RuleViolation(Rule.UNKNOWN_CHECK_IN, "There is no check-in " + id + " here.");
        }
        return checkIn;
    }

    /** What would stand for its week without this one. */
    @Nullable RemainingCheckIns without(CheckIn checkIn) {
        var others = standing.values().stream()
                .filter(other -> other.week().equals(checkIn.week()) && !other.equals(checkIn))
                .toList();
        if (others.isEmpty()) {
            return null;
        }
        var last = others.get(others.size() - 1);
        // An import may record them in another order than that in which it claims that they were made.
        var made = others.stream().map(CheckIn::at).sorted().toList();
        return new RemainingCheckIns(last.id(), last.reading(), made.get(0), made.get(made.size() - 1));
    }

    /** The value of each week that has one, oldest week first; of several in one week the one recorded last says it. */
    List<BigDecimal> weeklyValues() {
        var weekly = new TreeMap<IsoWeek, BigDecimal>();
        standing.values()
                .forEach(checkIn -> weekly.put(checkIn.week(), checkIn.reading().value()));
        return List.copyOf(weekly.values());
    }

    /** The value of the newest week that has one. */
    @Nullable BigDecimal newestValue() {
        var values = weeklyValues();
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }
}
