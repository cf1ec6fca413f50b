package io.okrledger.query.cycles;

import static java.util.stream.Collectors.toMap;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks up what cycles lay down, for models that join it to what they know when somebody asks. */
@Component
public class Cycles {

    private final ViewStore<CycleView> cycles;

    Cycles(ViewStores stores) {
        cycles = CycleProjection.open(stores);
    }

    /** @throws Refusal {@code unknown-cycle} if there was none by then */
    public CycleView get(CycleId cycleId, AsOf asOf) {
        return cycles.find(cycleId.toString(), asOf)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_CYCLE, cycleId));
    }

    /** Those of the cycles that are known, by their ids. */
    public Map<String, CycleView> of(Collection<String> cycleIds, AsOf asOf) {
        return cycles.list(cycleIds, asOf).stream().collect(toMap(CycleView::id, cycle -> cycle));
    }

    /** The cycles that are open or closed. */
    public List<CycleView> begun(AsOf asOf) {
        return cycles.list(
                Conditions.whereAny("status", List.of(CycleStatus.OPEN.name(), CycleStatus.CLOSED.name())), asOf);
    }

    /** The cycles that take check-ins. */
    public List<CycleView> open(AsOf asOf) {
        return cycles.list(Conditions.where("status", CycleStatus.OPEN), asOf);
    }
}
