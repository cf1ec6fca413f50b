package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;

import io.okrledger.events.scoring.Pacing;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.explain.numbers.ScoreRules;
import io.okrledger.query.scoreboard.By;
import io.okrledger.query.scoreboard.KeyResultStanding;
import io.okrledger.query.scoreboard.ObjectiveStanding;
import io.okrledger.query.scoreboard.RollUp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the scoreboard's roll-up.
 *
 * @param objectives those in it; of a person's line those with a key result in it
 * @param ofPerson whether it sums up key results, not objectives
 */
public record RollUpNumbers(RollUp line, List<ObjectiveStanding> objectives, boolean ofPerson, Links links) {

    private static final Rule OBJECTIVES =
            new Rule("objectives-in-line", Scoring.RULES_VERSION, "the number of objectives that are not abandoned");
    private static final Rule KEY_RESULTS =
            new Rule("key-results-in-line", Scoring.RULES_VERSION, "the number of key results that are not dropped");
    private static final Rule BANDS =
            new Rule("bands-in-line", Pacing.RULES_VERSION, "how many have this band; what has no measure has none");

    /** Nothing if there is no such line. */
    public static Optional<Figures> of(List<ObjectiveStanding> all, By by, @Nullable String key, Links links) {
        var ofPerson = by.name().equals("owner");
        return by.rollUps().apply(all).stream()
                .filter(line -> Objects.equals(key, line.key()))
                .findAny()
                .map(line -> {
                    var members = all.stream().filter(objective -> isIn(objective, by, key));
                    return new RollUpNumbers(line, members.toList(), ofPerson, links).figures();
                });
    }

    private static boolean isIn(ObjectiveStanding objective, By by, @Nullable String key) {
        return switch (by.name()) {
            case "team" -> objective.teamId().toString().equals(key);
            case "goal" ->
                objective.goalId() == null
                        ? key == null
                        : objective.goalId().toString().equals(key);
            default -> objective.keyResults().stream().anyMatch(keyResult -> isOf(keyResult, key));
        };
    }

    private Figures figures() {
        var figures = new Figures();
        figures.add("objectives", line.objectives(), OBJECTIVES, () -> ofObjectives("score", ObjectiveStanding::score));
        figures.add(
                "keyResults", line.keyResults(), KEY_RESULTS, () -> ofKeyResults("score", KeyResultStanding::score));
        figures.add("score", line.score(), ScoreRules.MEAN, this::scores);
        figures.add(
                "measured",
                line.measured(),
                ScoreRules.MEASURED,
                () -> ofKeyResults("measured", KeyResultStanding::measured));
        figures.add("bands.red", line.bands().red(), BANDS, this::bands);
        figures.add("bands.yellow", line.bands().yellow(), BANDS, this::bands);
        figures.add("bands.green", line.bands().green(), BANDS, this::bands);
        return figures;
    }

    private List<Input> scores() {
        var scores = ofPerson
                ? ofKeyResults("score", KeyResultStanding::score)
                : ofObjectives("score", ObjectiveStanding::score);
        return scores.stream().filter(score -> score.value() != null).toList();
    }

    private List<Input> bands() {
        return ofPerson ? ofKeyResults("band", KeyResultStanding::band) : ofObjectives("band", ObjectiveStanding::band);
    }

    private List<Input> ofObjectives(String name, Function<ObjectiveStanding, @Nullable Object> number) {
        return objectives.stream()
                .map(objective -> explained(
                        name,
                        objective.objectiveId(),
                        number.apply(objective),
                        links.objective(objective.objectiveId())))
                .toList();
    }

    private List<Input> ofKeyResults(String name, Function<KeyResultStanding, @Nullable Object> number) {
        return objectives.stream()
                .flatMap(objective -> ofKeyResults(objective, name, number))
                .toList();
    }

    private Stream<Input> ofKeyResults(
            ObjectiveStanding objective, String name, Function<KeyResultStanding, @Nullable Object> number) {
        return objective.keyResults().stream()
                .filter(keyResult -> !ofPerson || isOf(keyResult, line.key()))
                .map(keyResult -> explained(
                        name,
                        keyResult.keyResultId(),
                        number.apply(keyResult),
                        links.keyResult(objective.objectiveId(), keyResult.keyResultId())));
    }

    private static boolean isOf(KeyResultStanding keyResult, @Nullable String person) {
        return keyResult.ownerId().toString().equals(person);
    }
}
