package io.okrledger.standalone.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code demo/seed-okrs.json} holds: who wants what. */
record Seed(Cycle cycle, List<String> teams, List<Goal> goals, List<Objective> objectives) {

    record Cycle(String timeZone) {}

    record Goal(String title, String team) {}

    record Objective(String team, String goal, String title, List<KeyResult> keyResults) {}

    record KeyResult(String title, Metric metric) {}

    record Metric(String kind, String unit, @Nullable BigDecimal baseline, BigDecimal target) {}
}
