package io.okrledger.command.objective;

import io.okrledger.command.objective.CheckInController.NewCheckIn;
import io.okrledger.command.objective.KeyResultController.NewKeyResult;
import io.okrledger.command.objective.ObjectiveController.NewObjective;
import io.okrledger.command.support.lines.LineType;
import io.okrledger.command.support.lines.Request;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an import says of objectives, their key results and check-ins. */
@Configuration(proxyBeanMethods = false)
class ObjectiveLines {

    record InObjective(@NotNull ObjectiveId objectiveId) {}

    record InKeyResult(
            @NotNull ObjectiveId objectiveId, @NotNull KeyResultId keyResultId) {}

    @Bean
    LineType<NoFields, NewObjective> objectiveLine() {
        return LineType.making(
                "objective",
                ObjectiveId.class,
                ObjectiveId::new,
                NoFields.class,
                NewObjective.class,
                (id, place, body, at) -> new Request(id, id, body.command(id)));
    }

    @Bean
    LineType<InObjective, NewKeyResult> keyResultLine() {
        return LineType.making(
                "key-result",
                KeyResultId.class,
                KeyResultId::new,
                InObjective.class,
                NewKeyResult.class,
                (id, place, body, at) -> new Request(place.objectiveId(), id, body.command(place.objectiveId(), id)));
    }

    @Bean
    LineType<InKeyResult, NewCheckIn> checkInLine() {
        return LineType.making(
                "check-in",
                CheckInId.class,
                CheckInId::new,
                InKeyResult.class,
                NewCheckIn.class,
                (id, place, body, at) -> new Request(
                        place.objectiveId(), id, body.command(place.objectiveId(), place.keyResultId(), id, at)));
    }
}
