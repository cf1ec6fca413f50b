package io.okrledger.query.quality.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Win our first 10 enterprise accounts | 10",
                "Win our first ten enterprise accounts | ten",
                "Become carbon neutral by 30 % | 30",
                "Reach 95% coverage | 95%",
                "Reach １０ countries | 10",
                "Build the pipeline that funds Q4 growth |",
                "Be ready for 2027 |",
                "Make v2 a joy to use |",
                "Be the first choice in B2B |"
            })
    void findsTheNumberInAnObjective(String title, String number) {
        assertThat(ObjectiveWording.of(title).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Improve quality",
                "improve   QUALITY!",
                "We will improve our quality",
                "Increase customer satisfaction",
                "Growth",
                "!!!"
            })
    void takesABareDirectionForVague(String title) {
        assertThat(ObjectiveWording.of(title).isVague()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Improve quality so nobody calls",
                "Improve the first hour of every new colleague",
                "Improve uptime to 99%",
                "Customers recommend us",
                "Happier customers",
                "Make organic a predictable acquisition engine"
            })
    void takesAnOutcomeForNone(String title) {
        assertThat(ObjectiveWording.of(title).isVague()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write a blog post | '' | 0 | 1 | true",
                "🚀 «LAUNCH» the app | app | 0 | 1 | true",
                "We will ship it | % | 0 | 100 | true",
                "Roadmap delivered | '' | 0 | 100 | true",
                "Write a blog post | '' | 0 | 2 | false",
                "Write a blog post | '' | 1 | 2 | false",
                "Ship 100 orders a day | orders/day | 0 | 100 | false",
                "Launch in 3 new markets to reach 1M revenue | M EUR | 0 | 1 | false",
                "Write-offs under 1% | % | 0 | 1 | false",
                "Shipping claims | % | 0 | 1 | false",
                "First grant won | grants | 0 | 1 | false"
            })
    void takesADoingVerbAndAMilestoneTogetherForATask(
            String title, String unit, BigDecimal baseline, BigDecimal target, boolean isTask) {
        assertThat(wording(title, unit, baseline, target).isTask()).isEqualTo(isTask);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hire 5 engineers | 0 | 5 | true",
                "Hire five engineers | 0 | 5 | true",
                "Publish 1,200 articles | 0 | 1200 | true",
                "Hire 5 engineers | 2 | 5 | false",
                "Hire 5 engineers | 0 | 6 | false",
                "Win 5 customers | 0 | 5 | false",
                "Build a waiting list of 5 people | 0 | 5 | false"
            })
    void seesThatOutputIsCounted(String title, BigDecimal baseline, BigDecimal target, boolean counts) {
        assertThat(wording(title, "things", baseline, target).countsOutput()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reduce churn | % | 0 | 50 | true",
                "Reduce churn | '' | 5 | 3 | true",
                "Reduce churn | % | 5 | 3 | false",
                "NPS up | % | 0 | 100 | true",
                "Happier customers | % | 0 | 100 | true",
                "NPS | NPS | 32 | 50 | false",
                "Reduce churn by 5 | % | 0 | 5 | false",
                "Reduce what it costs us to serve a customer | % | 0 | 50 | false"
            })
    void takesADirectionForVagueWhenTheMeasureTellsNoMore(
            String title, String unit, BigDecimal baseline, BigDecimal target, boolean isVague) {
        assertThat(wording(title, unit, baseline, target).isVague()).isEqualTo(isVague);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'  ', true", "N/A, true", "units, true", "%, false", "customers, false"})
    void wantsAUnitThatSaysSomething(String unit, boolean lacking) {
        assertThat(wording("New customers", unit, BigDecimal.ONE, BigDecimal.TEN)
                        .lacksUnit())
                .isEqualTo(lacking);
    }

    @Test
    void wantsNoUnitOfAPureNumber() {
        assertThat(wording("LTV to CAC ratio", "", BigDecimal.ONE, BigDecimal.TEN)
                        .lacksUnit())
                .isFalse();
    }

    @Test
    void neverTakesWhatIsToBeKeptForATask() {
        var kept = KeyResultWording.of("Build time", new Metric.KeepAtMost("min", BigDecimal.ONE));

        assertThat(kept.isTask() || kept.countsOutput() || kept.isVague()).isFalse();
    }

    private static KeyResultWording wording(String title, String unit, BigDecimal baseline, BigDecimal target) {
        return KeyResultWording.of(title, new Metric.Reach(unit, baseline, target));
    }
}
