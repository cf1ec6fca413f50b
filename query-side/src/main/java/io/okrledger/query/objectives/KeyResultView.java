package io.okrledger.query.objectives;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.objectives.ObjectiveView.Ending;
import io.okrledger.query.support.Fact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key result inside its objective.
 *
 * @param metric the numbers to reach or to keep, as they are now
 * @param originalMetric as they were when the key result was added; never changes
 * @param latest what the newest week says; null while no check-in stands
 * @param weeks what every week says, oldest first: stored, as a retraction may bring any of them back, and not served
 * @param dropped null while it counts
 * @param carriedFrom the key result of an earlier cycle with which it goes on
 * @param imported whether an import added it; the instants are then those that it claims
 */
record KeyResultView(
        KeyResultId id,
        String title,
        Metric metric,
        Metric originalMetric,
        @Nullable Latest latest,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(hidden = true)
        List<Latest> weeks,

        PersonId ownerId,
        int weight,
        Ambition ambition,
        @Nullable Grade grade,
        @Nullable Ending dropped,
        @Nullable KeyResultId carriedFrom,
        boolean imported,
        Instant createdAt,
        Instant changedAt) {

    KeyResultView {
        weeks = Objects.requireNonNullElse(weeks, List.of());
    }

    static KeyResultView added(KeyResultAdded event, Fact fact) {
        return new KeyResultView(
                event.keyResultId(),
                event.title(),
                event.metric(),
                event.metric(),
                null,
                List.of(),
                event.ownerId(),
                event.weight(),
                event.ambition(),
                null,
                null,
                null,
                fact.imported(),
                fact.at(),
                fact.at());
    }

    KeyResultView after(KeyResultEvent event, Fact fact) {
        var said = Latest.after(event, weeks);
        return new KeyResultView(
                id,
                event instanceof KeyResultReworded reworded ? reworded.newTitle() : title,
                event instanceof KeyResultTargetAdjusted adjusted ? adjusted.newMetric() : metric,
                originalMetric,
                said.isEmpty() ? null : said.get(said.size() - 1),
                said,
                event instanceof KeyResultOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                ambition,
                event instanceof GradeAmended amended && grade != null ? grade.amended(amended, fact) : grade,
                event instanceof KeyResultDropped drop ? new Ending(drop.reason(), fact.at()) : dropped,
                carriedFrom,
                imported,
                createdAt,
                fact.at());
    }

    KeyResultView graded(KeyResultGrade given, Fact fact) {
        return with(weeks, Grade.of(given), carriedFrom, fact.at());
    }

    KeyResultView carriedFrom(KeyResultId ancestor) {
        return with(weeks, grade, ancestor, changedAt);
    }

    KeyResultView served() {
        return with(List.of(), grade, carriedFrom, changedAt);
    }

    private KeyResultView with(
            List<Latest> said, @Nullable Grade newGrade, @Nullable KeyResultId ancestor, Instant changed) {
        return new KeyResultView(
                id,
                title,
                metric,
                originalMetric,
                latest,
                said,
                ownerId,
                weight,
                ambition,
                newGrade,
                dropped,
                ancestor,
                imported,
                createdAt,
                changed);
    }
}
