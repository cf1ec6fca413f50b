package io.okrledger.standalone.organisation;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Decimals;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Scoring;
import java.math.BigDecimal;
import java.util.List;

/** A key result and what is said and changed about it. */
final class KeyResult {

    private static final List<String> TITLES =
            List.of("Bring the measure to %s", "Get to %s and stay there", "See %s on the board");

    private final World world;
    private final Objective objective;
    private final KeyResultId id;
    private final Ambition ambition;
    private final CheckIns checkIns;
    private final Measures measures;
    private String title;
    private Metric metric;
    private PersonId owner;
    private int weight;
    private boolean dropped;
    private KeyResultGrade amended;

    private KeyResult(
            World world,
            Objective objective,
            String title,
            Metric metric,
            PersonId owner,
            int weight,
            Ambition ambition) {
        this.world = world;
        this.objective = objective;
        this.title = title;
        this.metric = metric;
        this.owner = owner;
        this.weight = weight;
        this.ambition = ambition;
        id = world.newId(KeyResultId::new);
        measures = new Measures(world.chances());
        checkIns = new CheckIns(world, this);
    }

    static KeyResult make(World world, Objective objective, PersonId owner) {
        var chances = world.chances();
        var metric = new Measures(chances).metric();
        var other = objective.ambition() == Ambition.COMMITTED ? Ambition.ASPIRATIONAL : Ambition.COMMITTED;
        return new KeyResult(
                world,
                objective,
                title(chances, metric),
                metric,
                owner,
                chances.in1000(700) ? 1 : chances.between(2, 5),
                chances.in1000(850) ? objective.ambition() : other);
    }

    /** The one with which another objective goes on. */
    KeyResult successor(Objective next) {
        var numbers = measures.next(metric, checkIns.newestValue());
        return new KeyResult(world, next, title, numbers, owner, weight, ambition);
    }

    KeyResultAdded added() {
        return new KeyResultAdded(objective.id(), id, title, metric, owner, weight, ambition);
    }

    KeyResultId id() {
        return id;
    }

    ObjectiveId objectiveId() {
        return objective.id();
    }

    Written stream() {
        return objective.stream();
    }

    Quarter quarter() {
        return objective.quarter();
    }

    Metric metric() {
        return metric;
    }

    Measures measures() {
        return measures;
    }

    PersonId owner() {
        return owner;
    }

    int weight() {
        return weight;
    }

    boolean active() {
        return !dropped;
    }

    /** Whether check-ins are taken. */
    boolean takesCheckIns() {
        return active() && objective.lives() && objective.quarter().takesCheckIns();
    }

    void work(IsoWeek week) {
        checkIns.work(week);
        sometimes(12, this::moveTarget);
        sometimes(8, this::reweigh);
        sometimes(10, this::handOn);
        sometimes(6, this::reword);
        sometimes(6, this::drop);
    }

    KeyResultGrade grade() {
        if (amended != null) {
            return amended;
        }
        var score = Scoring.score(metric, checkIns.weeklyValues());
        var expectation = objective.quarter().policy().expectation(ambition);
        var met = score.score().compareTo(expectation) >= 0;
        return new KeyResultGrade(id, score.score(), score.progress(), score.measured(), expectation, met);
    }

    /** Returns the grade with another score. */
    KeyResultGrade amend(BigDecimal score) {
        var old = grade();
        var canonical = Decimals.canonical(score);
        var met = canonical.compareTo(old.expectation()) >= 0;
        amended = new KeyResultGrade(id, canonical, old.progress(), old.measured(), old.expectation(), met);
        return amended;
    }

    private void sometimes(int in1000, Runnable work) {
        objective.sometimes(in1000, () -> {
            if (active()) {
                work.run();
            }
        });
    }

    private void moveTarget() {
        var old = metric;
        metric = measures.moved(old);
        if (!metric.equals(old)) {
            var moved = new KeyResultTargetAdjusted(objective.id(), id, old, metric, "It had been counted twice");
            world.write(owner, "AdjustKeyResultTarget", stream(), moved);
        }
    }

    private void reweigh() {
        var old = weight;
        weight = old % 5 + 1;
        world.write(owner, "ReweighKeyResult", stream(), new KeyResultReweighed(objective.id(), id, old, weight));
    }

    private void handOn() {
        var old = owner;
        owner = objective.team().anybodyBut(old);
        var handed = new KeyResultOwnerReassigned(objective.id(), id, old, owner, "Knows more about it");
        world.write(old, "ReassignKeyResultOwner", stream(), handed);
    }

    private void reword() {
        var old = title;
        title = title(world.chances(), metric);
        if (!title.equals(old)) {
            world.write(owner, "RewordKeyResult", stream(), new KeyResultReworded(objective.id(), id, old, title));
        }
    }

    private void drop() {
        dropped = true;
        world.write(
                owner, "DropKeyResult", stream(), new KeyResultDropped(objective.id(), id, "Nobody can measure it"));
    }

    private static String title(Chances chances, Metric metric) {
        return chances.oneOf(TITLES).formatted(metric.numbers().getOrDefault("target", BigDecimal.ONE));
    }
}
