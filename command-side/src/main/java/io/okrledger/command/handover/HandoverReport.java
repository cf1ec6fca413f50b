package io.okrledger.command.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of all that a person owns.
 *
 * @param reassigned each goal, objective and key result that has changed hands
 * @param refused each goal and objective in which the person still owns something
 * @param position a model that has reached this position of the log shows all of it
 */
record HandoverReport(List<Reassigned> reassigned, List<Refused> refused, long position) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reassigned(
            @Nullable GoalId goalId,
            @Nullable ObjectiveId objectiveId,
            @Nullable KeyResultId keyResultId,
            long version,
            long position) {

        static Reassigned by(Object event, Receipt receipt) {
            if (event instanceof GoalOwnerReassigned goal) {
                return of(goal.goalId(), null, null, receipt);
            }
            if (event instanceof ObjectiveOwnerReassigned objective) {
                return of(null, objective.objectiveId(), null, receipt);
            }
            var keyResult = (KeyResultOwnerReassigned) event;
            return of(null, keyResult.objectiveId(), keyResult.keyResultId(), receipt);
        }

        private static Reassigned of(
                @Nullable GoalId goal,
                @Nullable ObjectiveId objective,
                @Nullable KeyResultId keyResult,
                Receipt receipt) {
            return new Reassigned(goal, objective, keyResult, receipt.version(), receipt.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(@Nullable GoalId goalId, @Nullable ObjectiveId objectiveId, String code, String detail) {

        static Refused by(RuleViolation refusal, Object streamId) {
            return new Refused(
                    streamId instanceof GoalId goal ? goal : null,
                    streamId instanceof ObjectiveId objective ? objective : null,
                    refusal.rule().code(),
                    String.valueOf(refusal.getMessage()));
        }
    }
}
