package io.okrledger.query.support;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One key result of a {@link RandomObjective}, with its check-ins. */
final class RandomKeyResult {

    private record CheckIn(CheckInId id, IsoWeek week, Reading reading, Instant at) {}

    private final RandomHistory history;
    private final ObjectiveId objective;
    private final KeyResultId id;
    private final List<CheckIn> checkIns = new ArrayList<>();
    private String title;
    private Metric metric;
    private PersonId owner;
    private int weight = 1;
    private boolean dropped;

    RandomKeyResult(RandomHistory history, ObjectiveId objective) {
        this.history = history;
        this.objective = objective;
        id = new KeyResultId(history.nextId());
        title = history.title();
        metric = anyMetric(history.random());
        owner = history.person();
        history.happened(new KeyResultAdded(
                objective, id, title, metric, owner, weight, history.any(List.of(Ambition.values()))));
    }

    KeyResultId id() {
        return id;
    }

    boolean isDropped() {
        return dropped;
    }

    void step(Random random, boolean open) {
        switch (random.nextInt(open ? 18 : 8)) {
            case 0 -> drop();
            case 1, 2, 3 -> reword();
            case 4, 5 -> adjust(random);
            case 6 -> reweigh(random);
            case 7 -> reassign();
            case 8, 9 -> correct(random);
            case 10, 11 -> retract();
            default -> checkIn(random);
        }
    }

    private void drop() {
        dropped = true;
        history.happened(new KeyResultDropped(objective, id, "Nobody can measure it"));
    }

    private void reword() {
        var old = title;
        title = history.title();
        history.happened(new KeyResultReworded(objective, id, old, title));
    }

    /** To other numbers of the same kind. */
    private void adjust(Random random) {
        var old = metric;
        do {
            metric = anyMetric(random);
        } while (metric.getClass() != old.getClass());
        history.happened(new KeyResultTargetAdjusted(objective, id, old, metric, "Board decision"));
    }

    private void reweigh(Random random) {
        var old = weight;
        weight = 1 + random.nextInt(100);
        history.happened(new KeyResultReweighed(objective, id, old, weight));
    }

    private void reassign() {
        var old = owner;
        owner = history.person();
        history.happened(new KeyResultOwnerReassigned(objective, id, old, owner, history.note()));
    }

    private void checkIn(Random random) {
        var checkIn = new CheckIn(new CheckInId(history.nextId()), history.week(), anyReading(random), history.now());
        checkIns.add(checkIn);
        history.happened(new CheckInRecorded(objective, id, checkIn.id(), checkIn.week(), checkIn.reading()));
    }

    private void correct(Random random) {
        if (!checkIns.isEmpty()) {
            var index = random.nextInt(checkIns.size());
            var old = checkIns.get(index);
            var corrected = new CheckIn(old.id(), old.week(), anyReading(random), old.at());
            checkIns.set(index, corrected);
            history.happened(new CheckInCorrected(
                    objective, id, old.id(), old.week(), old.reading(), corrected.reading(), "Typed wrongly"));
        }
    }

    private void retract() {
        if (!checkIns.isEmpty()) {
            var gone = history.any(checkIns);
            checkIns.remove(gone);
            history.happened(new CheckInRetracted(
                    objective, id, gone.id(), gone.week(), gone.reading(), remaining(gone.week()), "Another's"));
        }
    }

    private @Nullable RemainingCheckIns remaining(IsoWeek week) {
        var left = checkIns.stream().filter(one -> one.week().equals(week)).toList();
        if (left.isEmpty()) {
            return null;
        }
        var last = left.get(left.size() - 1);
        return new RemainingCheckIns(last.id(), last.reading(), left.get(0).at(), last.at());
    }

    private Reading anyReading(Random random) {
        return new Reading(number(random), random.nextInt(11), history.note());
    }

    private static Metric anyMetric(Random random) {
        var low = number(random);
        var high = low.add(BigDecimal.ONE).add(number(random));
        return switch (random.nextInt(4)) {
            case 0 -> new Metric.KeepAtLeast("points", low);
            case 1 -> new Metric.KeepAtMost("points", low);
            case 2 -> new Metric.KeepWithin("points", low, high);
            default -> random.nextBoolean() ? new Metric.Reach("%", low, high) : new Metric.Reach("%", high, low);
        };
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000), random.nextInt(3));
    }
}
