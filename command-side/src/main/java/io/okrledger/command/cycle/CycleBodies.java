package io.okrledger.command.cycle;

import io.okrledger.command.cycle.CycleCommand.PauseCheckIns;
import io.okrledger.command.cycle.CycleCommand.PlanCycle;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.scoring.ScoringPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the requests about cycles carry. */
final class CycleBodies {

    private CycleBodies() {}

    record Plan(
            @NotNull @Text(max = Text.TITLE) String name,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @NotNull ZoneId timeZone,
            @Valid @Nullable Cadence cadence,
            @Valid @Nullable Thresholds policy) {

        PlanCycle command(CycleId cycleId) {
            return new PlanCycle(cycleId, name, startsOn, endsOn, timeZone, cadencePolicy(), scoringPolicy());
        }

        private CadencePolicy cadencePolicy() {
            return cadence == null ? CadencePolicy.DEFAULT : cadence.policy();
        }

        private ScoringPolicy scoringPolicy() {
            return policy == null ? ScoringPolicy.DEFAULT : policy.policy();
        }
    }

    record Cadence(
            @Nullable DayOfWeek dueDay,
            @Nullable LocalTime dueTime,
            @Min(0) @Max(72) @Nullable Integer graceHours) {

        CadencePolicy policy() {
            var usual = CadencePolicy.DEFAULT;
            return new CadencePolicy(
                    or(dueDay, usual.dueDay()), or(dueTime, usual.dueTime()), or(graceHours, usual.graceHours()));
        }
    }

    record Thresholds(
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal yellowFrom,
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal greenFrom,
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal onTrackGap,
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal atRiskGap,
            @Min(1) @Max(366) @Nullable Integer staleAfterDays,
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal committedExpectation,
            @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal aspirationalExpectation) {

        ScoringPolicy policy() {
            var usual = ScoringPolicy.DEFAULT;
            requireOrder("/policy/yellowFrom", or(yellowFrom, usual.yellowFrom()), or(greenFrom, usual.greenFrom()));
            requireOrder("/policy/onTrackGap", or(onTrackGap, usual.onTrackGap()), or(atRiskGap, usual.atRiskGap()));
            return new ScoringPolicy(
                    or(yellowFrom, usual.yellowFrom()),
                    or(greenFrom, usual.greenFrom()),
                    or(onTrackGap, usual.onTrackGap()),
                    or(atRiskGap, usual.atRiskGap()),
                    or(staleAfterDays, usual.staleAfterDays()),
                    or(committedExpectation, usual.committedExpectation()),
                    or(aspirationalExpectation, usual.aspirationalExpectation()));
        }
    }

    record NewPause(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Text(max = Text.REASON) String reason) {

        PauseCheckIns command(CycleId cycleId, PauseId pauseId) {
            if (to.isBefore(from)) {
                throw new InvalidRequest("/to", "out-of-range", "Not before " + from + ".");
            }
            return new PauseCheckIns(cycleId, pauseId, from, to, reason);
        }
    }

    private static void requireOrder(String pointer, BigDecimal lower, BigDecimal upper) {
        if (lower.compareTo(upper) > 0) {
            throw new InvalidRequest(pointer, "out-of-range", "At most " + upper.toPlainString() + ".");
        }
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}
