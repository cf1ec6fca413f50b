package io.okrledger.query.quality.rules;

import static java.util.stream.Collectors.groupingBy;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is looked for across objectives: in what one person owns, and in what one team reaches. */
final class PeopleRules {

    private static final int MOST_OWNED = 7;
    private static final int CYCLES_LOOKED_AT = 2;
    private static final BigDecimal TOO_GOOD = new BigDecimal("0.95");

    private PeopleRules() {}

    static Stream<Finding> findings(Situation situation) {
        var orphaned = situation.objectives().stream()
                .flatMap(objective -> Stream.ofNullable(
                                situation.retiredAt().get(objective.known().teamId()))
                        .map(retired -> ofRetiredTeam(objective, retired)));
        return Stream.of(overloaded(situation), orphaned, sandbagging(situation))
                .flatMap(found -> found);
    }

    private static Stream<Finding> overloaded(Situation situation) {
        return situation.objectives().stream()
                .flatMap(objective -> objective.counting().stream())
                .collect(groupingBy(keyResult -> keyResult.ownerId()))
                .entrySet()
                .stream()
                .filter(owned -> owned.getValue().size() > MOST_OWNED)
                .map(owned -> overloaded(owned.getKey(), owned.getValue()));
    }

    private static Finding overloaded(PersonId owner, List<KnownKeyResult> owned) {
        var since = owned.stream()
                .map(keyResult -> keyResult.owner().from())
                .sorted()
                .skip(MOST_OWNED)
                .findFirst()
                .orElseThrow();
        return Finding.of(
                Rule.OWNER_OVERLOADED,
                owner,
                "%s owns %d key results, and more than %d are hard to look after every week."
                        .formatted(owner, owned.size(), MOST_OWNED),
                Map.of("keyResults", owned.size(), "most", MOST_OWNED),
                since);
    }

    private static Finding ofRetiredTeam(ObjectiveFacts objective, Instant retired) {
        var owners = Stream.concat(
                        Stream.of(objective.known().ownerId()),
                        objective.counting().stream().map(keyResult -> keyResult.ownerId()))
                .distinct()
                .map(Object::toString)
                .sorted()
                .toList();
        return Finding.of(
                Rule.OWNER_UNASSIGNED_PERSON,
                objective,
                "'%s' belongs to a team that was retired. Who owns it now?"
                        .formatted(objective.known().title()),
                Map.of("owners", owners, "retiredAt", retired.toString()),
                Collections.max(List.of(retired, objective.known().createdAt())));
    }

    private static Stream<Finding> sandbagging(Situation situation) {
        return situation.graded().entrySet().stream()
                .filter(past -> past.getValue().size() >= CYCLES_LOOKED_AT)
                .filter(past -> newest(past.getValue()).stream()
                        .allMatch(cycle -> cycle.mean().compareTo(TOO_GOOD) > 0))
                .map(past -> sandbagging(past.getKey(), newest(past.getValue())));
    }

    private static Finding sandbagging(TeamId team, List<Situation.PastCycle> cycles) {
        return Finding.of(
                Rule.SANDBAGGED,
                team,
                "The team reached more than %s of everything in each of its last two cycles. What would it dare?"
                        .formatted(TOO_GOOD),
                Map.of(
                        "cycles",
                                cycles.stream()
                                        .map(cycle -> cycle.cycleId().toString())
                                        .toList(),
                        "means", cycles.stream().map(Situation.PastCycle::mean).toList()),
                cycles.get(0).gradedAt());
    }

    private static List<Situation.PastCycle> newest(List<Situation.PastCycle> cycles) {
        return cycles.subList(0, CYCLES_LOOKED_AT);
    }
}
