package io.okrledger.standalone.organisation;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.ChronoUnit.HOURS;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An objective and what a team does about it, week by week, until it is abandoned or graded. */
final class Objective {

    private static final String TITLE = "Customers find what they need and come back for %s";
    private static final List<String> SUBJECTS = List.of("advice", "repairs", "answers", "more", "the next one");

    private final World world;
    private final Company company;
    private final Quarter quarter;
    private final Team team;
    private final Ambition ambition;
    private final ObjectiveId id;
    private final Written stream;
    private final List<KeyResult> keyResults = new ArrayList<>();
    private String title;
    private PersonId owner;
    private GoalId goal;
    private Alignment alignedTo;
    private boolean abandoned;

    private Objective(World world, Company company, Quarter quarter, Team team, Ambition ambition, PersonId owner) {
        this.world = world;
        this.company = company;
        this.quarter = quarter;
        this.team = team;
        this.ambition = ambition;
        this.owner = owner;
        id = world.newId(ObjectiveId::new);
        stream = new Written("objective", id);
        title = TITLE.formatted(world.chances().oneOf(SUBJECTS));
    }

    static Objective create(World world, Company company, Quarter quarter, Team team) {
        var ambition = world.chances().in1000(700) ? Ambition.COMMITTED : Ambition.ASPIRATIONAL;
        var objective = new Objective(world, company, quarter, team, ambition, team.anybody());
        objective.goal = company.someGoal();
        objective.alignedTo = objective.someAlignment();
        world.make(objective.owner, "CreateObjective", objective.stream, objective.id, List.of(objective.created()));
        var count = world.chances().between(3, 5);
        for (var number = 1; number <= count; number++) {
            world.at(world.now().plusSeconds(90L * number), objective::addKeyResult);
        }
        return objective;
    }

    /** What a successor takes along is what lives. */
    Objective carryOver(Quarter to) {
        var next = new Objective(world, company, to, team, ambition, owner);
        next.title = title;
        next.goal = goal != null && company.pursues(goal) ? goal : null;
        var events = new ArrayList<Object>(List.of(next.created()));
        var links = new ArrayList<CarriedKeyResult>();
        for (var keyResult : active()) {
            var successor = keyResult.successor(next);
            next.keyResults.add(successor);
            events.add(successor.added());
            links.add(new CarriedKeyResult(successor.id(), keyResult.id()));
        }
        events.add(new ObjectiveCarriedOver(next.id, id, quarter.id(), links));
        world.make(owner, "CarryOverObjective", next.stream, next.id, events);
        return next;
    }

    boolean canGoOn() {
        return !abandoned && team.active() && !active().isEmpty();
    }

    boolean isOlderThan(Objective other) {
        return id.value().compareTo(other.id.value()) < 0;
    }

    ObjectiveId id() {
        return id;
    }

    Team team() {
        return team;
    }

    Quarter quarter() {
        return quarter;
    }

    Ambition ambition() {
        return ambition;
    }

    Written stream() {
        return stream;
    }

    /** Whether anything may still change. */
    boolean lives() {
        return !abandoned && !quarter.closed();
    }

    /** Its weeks begin now, or with its cycle. */
    void begin() {
        var present = quarter.calendar().weekAt(world.now());
        var first = quarter.calendar().firstWeek();
        var week = present.compareTo(first) > 0 ? present : first;
        world.at(world.now().plus(1, HOURS), () -> begin(week));
    }

    void grade() {
        if (abandoned) {
            return;
        }
        var grades = active().stream().map(KeyResult::grade).toList();
        var score = score();
        world.write(
                "system:grading",
                "GradeObjective",
                stream,
                new ObjectiveGraded(id, quarter.id(), Scoring.RULES_VERSION, score, grades));
        active().stream()
                .filter(keyResult -> world.chances().in1000(20))
                .forEach(keyResult ->
                        world.at(world.now().plus(world.chances().below(Duration.ofDays(20))), () -> amend(keyResult)));
    }

    private void amend(KeyResult keyResult) {
        var before = score();
        var old = keyResult.grade();
        var grade = keyResult.amend(BigDecimal.valueOf(world.chances().between(0, 20) * 5L, 2));
        if (!grade.equals(old)) {
            var reason = "The numbers of the last week came late";
            world.write(
                    owner,
                    "AmendGrade",
                    stream,
                    new GradeAmended(id, keyResult.id(), old, grade, before, score(), reason));
        }
    }

    private BigDecimal score() {
        return Scoring.weightedMean(active().stream()
                .map(keyResult ->
                        new Weighted(keyResult.weight(), keyResult.grade().score()))
                .toList());
    }

    private void begin(IsoWeek week) {
        world.at(week.on(MONDAY).atTime(6, 0).atZone(Organisation.ZONE).toInstant(), () -> work(week));
    }

    private void work(IsoWeek week) {
        if (!lives()) {
            return;
        }
        active().forEach(keyResult -> keyResult.work(week));
        change();
        if (quarter.calendar().isDue(week.next())) {
            begin(week.next());
        }
    }

    private void change() {
        sometimes(4, this::abandon);
        sometimes(8, this::reword);
        sometimes(8, this::handOn);
        sometimes(10, this::align);
        sometimes(15, this::addKeyResult);
    }

    void sometimes(int in1000, Runnable work) {
        if (world.chances().in1000(in1000)) {
            world.at(world.now().plus(world.chances().below(Duration.ofDays(6))), () -> {
                if (lives()) {
                    work.run();
                }
            });
        }
    }

    private void abandon() {
        abandoned = true;
        world.write(owner, "AbandonObjective", stream, new ObjectiveAbandoned(id, "Something else came first"));
    }

    private void reword() {
        var old = title;
        title = TITLE.formatted(world.chances().oneOf(SUBJECTS));
        if (!title.equals(old)) {
            world.write(owner, "RewordObjective", stream, new ObjectiveReworded(id, old, title, null, null));
        }
    }

    private void handOn() {
        var old = owner;
        owner = team.anybodyBut(old);
        world.write(old, "ReassignObjectiveOwner", stream, new ObjectiveOwnerReassigned(id, old, owner, "On leave"));
    }

    private void align() {
        var oldGoal = goal;
        var oldAlignedTo = alignedTo;
        goal = company.someGoal();
        alignedTo = someAlignment();
        if (!Objects.equals(goal, oldGoal) || !Objects.equals(alignedTo, oldAlignedTo)) {
            var aligned = new ObjectiveAligned(id, oldGoal, goal, oldAlignedTo, alignedTo);
            world.write(owner, "AlignObjective", stream, aligned);
        }
    }

    private void addKeyResult() {
        if (lives() && active().size() < 8) {
            var keyResult = KeyResult.make(world, this, team.anybody());
            keyResults.add(keyResult);
            world.make(owner, "AddKeyResult", stream, keyResult.id(), List.of(keyResult.added()));
        }
    }

    private ObjectiveCreated created() {
        return new ObjectiveCreated(id, quarter.id(), team.id(), owner, title, null, ambition, goal, alignedTo);
    }

    private Alignment someAlignment() {
        var parent = world.chances().in1000(400) ? quarter.above(team, this) : null;
        return parent == null ? null : new Alignment(parent.id, parent.someKeyResult());
    }

    private KeyResultId someKeyResult() {
        return keyResults.isEmpty() || world.chances().in1000(300)
                ? null
                : world.chances().oneOf(keyResults).id();
    }

    private List<KeyResult> active() {
        return keyResults.stream().filter(KeyResult::active).toList();
    }
}
