package io.okrledger.command.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold of any history of objectives, worked out from the events alone. */
final class SoundHistory {

    private static final int MOST_KEY_RESULTS = 10;

    private final Map<ObjectiveId, Told> objectives = new HashMap<>();
    private final Map<ObjectiveId, ObjectiveId> ancestors = new HashMap<>();
    private final Map<ObjectiveId, ObjectiveId> parents = new HashMap<>();

    /** What the events have said of one objective. */
    private static final class Told {
        private final Map<String, Object> latest = new HashMap<>();
        private final Set<KeyResultId> active = new HashSet<>();
        private final Set<CheckInId> retracted = new HashSet<>();
        private final Map<CheckInId, CheckInRecorded> checkIns = new LinkedHashMap<>();
        private boolean abandoned;
        private boolean graded;
    }

    void requireSound(ObjectiveEvent event) {
        var told = objectives.computeIfAbsent(event.objectiveId(), id -> new Told());
        requireNotEnded(told, event);
        if (event instanceof ObjectiveCreated e) {
            say(told, "title", e.title());
            say(told, "owner", e.ownerId());
            say(told, "alignment", e.alignedTo());
            parents.put(
                    e.objectiveId(),
                    e.alignedTo() == null ? null : e.alignedTo().objectiveId());
        } else if (event instanceof ObjectiveReworded e) {
            assertThat(e.newTitle().equals(e.oldTitle()) && Objects.equals(e.newDescription(), e.oldDescription()))
                    .as("reworded to the same words")
                    .isFalse();
            move(told, "title", e.oldTitle(), e.newTitle());
        } else if (event instanceof ObjectiveOwnerReassigned e) {
            change(told, "owner", e.oldOwnerId(), e.newOwnerId());
        } else if (event instanceof ObjectiveAligned e) {
            move(told, "alignment", e.oldAlignedTo(), e.newAlignedTo());
            parents.put(
                    e.objectiveId(),
                    e.newAlignedTo() == null ? null : e.newAlignedTo().objectiveId());
        } else if (event instanceof ObjectiveAbandoned) {
            told.abandoned = true;
        } else if (event instanceof ObjectiveCarriedOver e) {
            ancestors.put(e.objectiveId(), e.ancestorId());
        } else if (event instanceof ObjectiveGraded e) {
            requireGrades(told, e);
        } else {
            requireSound(told, (KeyResultEvent) event);
        }
    }

    /** Nobody is an own ancestor, and nobody contributes to oneself. */
    void requireNoLoops() {
        requireNoLoops(ancestors);
        requireNoLoops(parents);
    }

    private static void requireNotEnded(Told told, ObjectiveEvent event) {
        assertThat(told.abandoned).as("abandoned before " + event).isFalse();
        assertThat(told.graded && !(event instanceof GradeAmended))
                .as("graded before " + event)
                .isFalse();
    }

    private void requireSound(Told told, KeyResultEvent event) {
        var id = event.keyResultId();
        if (event instanceof KeyResultAdded e) {
            assertThat(told.active.add(id)).isTrue();
            assertThat(told.active).hasSizeLessThanOrEqualTo(MOST_KEY_RESULTS);
            assertThat(e.metric().violatedRule()).isNull();
            requireWeight(e.weight());
            say(told, id + "title", e.title());
            say(told, id + "owner", e.ownerId());
            say(told, id + "metric", e.metric());
            say(told, id + "weight", e.weight());
            return;
        }
        assertThat(told.active).as("alive at " + event).contains(id);
        if (event instanceof KeyResultReworded e) {
            change(told, id + "title", e.oldTitle(), e.newTitle());
        } else if (event instanceof KeyResultOwnerReassigned e) {
            change(told, id + "owner", e.oldOwnerId(), e.newOwnerId());
        } else if (event instanceof KeyResultTargetAdjusted e) {
            assertThat(e.newMetric().violatedRule()).isNull();
            change(told, id + "metric", e.oldMetric(), e.newMetric());
        } else if (event instanceof KeyResultReweighed e) {
            requireWeight(e.newWeight());
            change(told, id + "weight", e.oldWeight(), e.newWeight());
        } else if (event instanceof KeyResultDropped) {
            told.active.remove(id);
        } else if (event instanceof GradeAmended e) {
            requireScore(e.newGrade().score());
            requireScore(e.newScore());
            change(told, id + "grade", e.oldGrade(), e.newGrade());
            move(told, "grade", e.oldScore(), e.newScore());
        } else {
            requireSoundCheckIn(told, event);
        }
    }

    private static void requireSoundCheckIn(Told told, KeyResultEvent event) {
        if (event instanceof CheckInRecorded e) {
            assertThat(told.checkIns.put(e.checkInId(), e)).isNull();
            say(told, e.checkInId() + "", e.reading());
        } else if (event instanceof CheckInCorrected e) {
            assertThat(told.retracted).doesNotContain(e.checkInId());
            change(told, e.checkInId() + "", e.oldReading(), e.newReading());
        } else if (event instanceof CheckInRetracted e) {
            assertThat(told.retracted.add(e.checkInId())).isTrue();
            assertThat(e.reading()).isEqualTo(told.latest.get(e.checkInId() + ""));
            var left = told.checkIns.values().stream()
                    .filter(other ->
                            other.week().equals(e.week()) && other.keyResultId().equals(e.keyResultId()))
                    .filter(other -> !told.retracted.contains(other.checkInId()))
                    .reduce((older, newer) -> newer);
            assertThat(e.remaining() == null).isEqualTo(left.isEmpty());
            left.ifPresent(newest -> {
                assertThat(e.remaining().checkInId()).isEqualTo(newest.checkInId());
                assertThat(e.remaining().reading()).isEqualTo(told.latest.get(newest.checkInId() + ""));
            });
        }
    }

    private static void requireGrades(Told told, ObjectiveGraded event) {
        told.graded = true;
        assertThat(event.keyResults())
                .extracting(KeyResultGrade::keyResultId)
                .containsExactlyInAnyOrderElementsOf(told.active);
        assertThat(event.score() == null).isEqualTo(event.keyResults().isEmpty());
        if (event.score() != null) {
            requireScore(event.score());
        }
        say(told, "grade", event.score());
        for (var grade : event.keyResults()) {
            requireScore(grade.score());
            say(told, grade.keyResultId() + "grade", grade);
        }
    }

    private static void requireScore(BigDecimal score) {
        assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(score.scale()).isLessThanOrEqualTo(4);
    }

    private static void requireWeight(int weight) {
        assertThat(weight).isBetween(1, 100);
    }

    private static void say(Told told, String what, Object value) {
        told.latest.put(what, value);
    }

    /** A change says rightly what was before; and it changes something. */
    private static void change(Told told, String what, Object before, Object after) {
        assertThat(after).as(what).isNotEqualTo(before);
        move(told, what, before, after);
    }

    private static void move(Told told, String what, Object before, Object after) {
        assertThat(before).as("what was before: " + what).isEqualTo(told.latest.get(what));
        told.latest.put(what, after);
    }

    private static void requireNoLoops(Map<ObjectiveId, ObjectiveId> above) {
        for (var start : above.keySet()) {
            var seen = new HashSet<ObjectiveId>();
            for (var at = start; at != null; at = above.get(at)) {
                assertThat(seen.add(at)).as("once on the way up from " + start).isTrue();
            }
        }
    }
}
