package io.okrledger.query.quality.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.scoring.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well the wording rules tell outcomes from tasks and vague wishes, on key results that were labelled before the
 * rules were written. No rule is ever tuned on those that are held out. What is printed is what docs/quality.md states.
 */
class LabelledTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final String OUTCOME = "good";

    /** @param label good, task or vague */
    record Labelled(String title, Metric metric, String label, boolean heldOut) {

        boolean isFound() {
            var wording = KeyResultWording.of(title, metric);
            return wording.isTask() || wording.countsOutput() || wording.isVague() || wording.lacksUnit();
        }

        boolean isOutcome() {
            return label.equals(OUTCOME);
        }
    }

    record Published(String source, List<String> objectives, List<Labelled> keyResults) {}

    record Figures(String of, long found, long foundRightly, long toBeFound) {

        static Figures of(String name, List<Labelled> examples) {
            var found = examples.stream().filter(Labelled::isFound).toList();
            var rightly =
                    found.stream().filter(Predicate.not(Labelled::isOutcome)).count();
            var toBeFound =
                    examples.stream().filter(Predicate.not(Labelled::isOutcome)).count();
            return new Figures(name, found.size(), rightly, toBeFound);
        }

        double precision() {
            return (double) foundRightly / found;
        }

        double recall() {
            return (double) foundRightly / toBeFound;
        }

        Figures printed() {
            System.out.printf(
                    "%s: precision %.3f (%d of %d found), recall %.3f (%d of %d)%n",
                    of, precision(), foundRightly, found, recall(), foundRightly, toBeFound);
            return this;
        }
    }

    @Test
    void findsMostOfWhatItWasTunedOn() {
        var figures = figures("tuned on", example -> !example.heldOut());

        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void findsMostOfWhatItHasNeverSeen() {
        var figures = figures("held out", Labelled::heldOut);

        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void raisesNoFalseAlarmOverThePublishedExamples() {
        var published = read("published.json", new TypeReference<Published>() {});

        assertThat(published.keyResults())
                .allSatisfy(example ->
                        assertThat(example.isFound()).as(example.title()).isEqualTo(!example.isOutcome()));
        assertThat(published.objectives())
                .noneMatch(title -> ObjectiveWording.of(title).isVague());
        assertThat(published.objectives().stream()
                        .map(title -> ObjectiveWording.of(title).number())
                        .filter(Objects::nonNull))
                .containsExactly("10");
    }

    private static Figures figures(String name, Predicate<Labelled> part) {
        var examples = read("labelled.json", new TypeReference<List<Labelled>>() {}).stream()
                .filter(part)
                .toList();
        examples.stream()
                .filter(example -> example.isFound() == example.isOutcome())
                .forEach(example ->
                        System.out.println((example.isOutcome() ? "false alarm: " : "missed: ") + example.title()));
        return Figures.of(name, examples).printed();
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var stream = Objects.requireNonNull(LabelledTest.class.getResourceAsStream(file))) {
            return JSON.readValue(stream, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
