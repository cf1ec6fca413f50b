package io.okrledger.query.quality.rules;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Advice about an objective, a key result of it, a person or a team.
 *
 * @param evidence what the rule saw, by name
 * @param since when it began, as far as the facts tell
 */
public record Finding(
        String rule,
        Rule.Severity severity,
        @Nullable String objectiveId,
        @Nullable KeyResultId keyResultId,
        @Nullable PersonId ownerId,
        @Nullable TeamId teamId,
        String sentence,
        Map<String, Object> evidence,
        Instant since,
        int ruleVersion) {

    public Finding {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }

    static Finding of(
            Rule rule, ObjectiveFacts objective, String sentence, Map<String, Object> evidence, Instant since) {
        return of(
                rule,
                objective.id(),
                null,
                objective.known().ownerId(),
                objective.known().teamId(),
                sentence,
                evidence,
                since);
    }

    static Finding of(
            Rule rule,
            ObjectiveFacts objective,
            KnownKeyResult keyResult,
            String sentence,
            Map<String, Object> evidence,
            Instant since) {
        var owner = keyResult.ownerId();
        return of(
                rule,
                objective.id(),
                keyResult.keyResultId(),
                owner,
                objective.known().teamId(),
                sentence,
                evidence,
                since);
    }

    static Finding of(Rule rule, PersonId owner, String sentence, Map<String, Object> evidence, Instant since) {
        return of(rule, null, null, owner, null, sentence, evidence, since);
    }

    static Finding of(Rule rule, TeamId team, String sentence, Map<String, Object> evidence, Instant since) {
        return of(rule, null, null, null, team, sentence, evidence, since);
    }

    /** The order of a list: what is about people and teams, then objectives as they were created, each with its own. */
    public String place() {
        return String.join(
                "/",
                objectiveId == null ? "" : objectiveId,
                keyResultId == null ? "" : keyResultId.toString(),
                rule,
                ownerId == null ? "" : ownerId.toString(),
                teamId == null ? "" : teamId.toString());
    }

    private static Finding of(
            Rule rule,
            @Nullable String objectiveId,
            @Nullable KeyResultId keyResultId,
            @Nullable PersonId ownerId,
            @Nullable TeamId teamId,
            String sentence,
            Map<String, Object> evidence,
            Instant since) {
        return new Finding(
                rule.id(),
                rule.severity(),
                objectiveId,
                keyResultId,
                ownerId,
                teamId,
                sentence,
                evidence,
                since,
                Rule.VERSION);
    }
}
