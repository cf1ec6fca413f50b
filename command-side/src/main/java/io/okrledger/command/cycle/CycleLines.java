package io.okrledger.command.cycle;

import io.okrledger.command.cycle.CycleCommand.CloseCycle;
import io.okrledger.command.cycle.CycleCommand.OpenCycle;
import io.okrledger.command.support.lines.LineType;
import io.okrledger.command.support.lines.Request;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.events.cycle.CycleId;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an import says of cycles. */
@Configuration(proxyBeanMethods = false)
class CycleLines {

    record Place(@NotNull CycleId cycleId) {}

    @Bean
    LineType<NoFields, CycleBodies.Plan> cycleLine() {
        return LineType.making(
                "cycle",
                CycleId.class,
                CycleId::new,
                NoFields.class,
                CycleBodies.Plan.class,
                (id, place, body, at) -> new Request(id, id, body.command(id)));
    }

    @Bean
    LineType<Place, NoFields> openingLine() {
        return LineType.changing(
                "opening", Place.class, place -> new Request(place.cycleId(), null, new OpenCycle(place.cycleId())));
    }

    @Bean
    LineType<Place, NoFields> closingLine() {
        return LineType.changing(
                "closing", Place.class, place -> new Request(place.cycleId(), null, new CloseCycle(place.cycleId())));
    }
}
