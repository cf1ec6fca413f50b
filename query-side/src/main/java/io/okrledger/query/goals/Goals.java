package io.okrledger.query.goals;

import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks up goals, for models that join them to what they know when somebody asks. */
@Component
public class Goals {

    private final ViewStore<GoalView> goals;

    Goals(ViewStores stores) {
        goals = GoalProjection.open(stores);
    }

    /** Those that have one of these ids. */
    public List<GoalView> of(Collection<String> ids, AsOf asOf) {
        return goals.list(ids, asOf);
    }
}
