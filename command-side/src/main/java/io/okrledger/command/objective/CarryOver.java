package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.CarryOverObjective;
import io.okrledger.command.objective.ObjectiveCommand.Continuation;
import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Which key results go on in a later cycle, and with which numbers. */
final class CarryOver {

    private final Map<KeyResultId, KeyResult> ancestors;

    CarryOver(Map<KeyResultId, KeyResult> ancestors) {
        this.ancestors = ancestors;
    }

    /**
     * The key results of the successor, in the order in which they were asked for.
     *
     * @throws RuleViolation unknown-key-result, key-result-dropped, or a rule that the numbers of one break
     * @throws InvalidRequest naming every number that is missing or does not belong, and whatever is asked for twice
     */
    List<KeyResultAdded> successors(CarryOverObjective command) {
        var successors = new ArrayList<KeyResultAdded>();
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<KeyResultId>();
        for (var continuation : command.keyResults()) {
            var pointer = pointer(successors.size());
            var ancestor = ancestor(continuation, pointer);
            if (!seen.add(continuation.ancestorId())) {
                problems.add(new FieldProblem(pointer + "/keyResultId", "repeated", "It is in the list already."));
            }
            problems.addAll(Numbers.problemsOf(continuation.numbers(), ancestor.metric(), pointer));
            successors.add(ancestor.successor(command.successorId(), continuation));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        for (var i = 0; i < successors.size(); i++) {
            Numbers.requireSound(successors.get(i).metric(), pointer(i));
        }
        return successors;
    }

    private KeyResult ancestor(Continuation continuation, String pointer) {
        var ancestor = ancestors.get(continuation.ancestorId());
        if (ancestor == null) {
            throw new RuleViolation(
                    Rule.UNKNOWN_KEY_RESULT,
                    "The objective has no key result " + continuation.ancestorId() + ".",
                    pointer + "/keyResultId");
        }
        ancestor.requireActive(pointer + "/keyResultId");
        return ancestor;
    }

    private static String pointer(int index) {
        return "/keyResults/" + index;
    }
}
