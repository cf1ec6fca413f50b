package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class IdsTest {

    private static final String TEXT = "0199e0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Named<Function<String, Object>>> ids() {
        return Stream.of(
                Named.of("goal", GoalId::from),
                Named.of("team", TeamId::from),
                Named.of("cycle", CycleId::from),
                Named.of("pause", PauseId::from),
                Named.of("objective", ObjectiveId::from),
                Named.of("key result", KeyResultId::from),
                Named.of("check-in", CheckInId::from));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isWrittenAsItWasRead(Function<String, Object> from) {
        assertThat(from.apply(TEXT)).hasToString(TEXT).isEqualTo(from.apply(TEXT.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isABareTextInJson(Function<String, Object> from) {
        var id = from.apply(TEXT);
        var json = JSON.writeValueAsString(id);

        assertThat(json).isEqualTo('"' + TEXT + '"');
        assertThat((Object) JSON.readValue(json, id.getClass())).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void refusesWhatIsNotAUuid(Function<String, Object> from) {
        assertThat(Stream.of("", "x", "1-1-1-1-1", TEXT + "0", TEXT.substring(1), TEXT.replace('-', '_'), " " + TEXT))
                .allSatisfy(text ->
                        assertThatThrownBy(() -> from.apply(text)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void refusesJsonThatIsNotAUuid() {
        assertThat(Stream.of("\"x\"", "\"1-1-1-1-1\"", "1", "{}", "[]", "true"))
                .allSatisfy(json -> assertThatThrownBy(() -> JSON.readValue(json, GoalId.class))
                        .isInstanceOf(JacksonException.class));
    }

    @Test
    void aPersonIsWhateverTheIdentityProviderCallsThem() {
        var person = new PersonId("auth0|5f7c8ec7c33c6c004bbafe82");

        assertThat(JSON.writeValueAsString(person)).isEqualTo("\"auth0|5f7c8ec7c33c6c004bbafe82\"");
        assertThat(JSON.readValue("\"auth0|5f7c8ec7c33c6c004bbafe82\"", PersonId.class))
                .isEqualTo(person);
    }
}
