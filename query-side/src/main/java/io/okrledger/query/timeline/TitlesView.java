package io.okrledger.query.timeline;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.support.View;
import java.util.HashMap;
import java.util.Map;

/** What an objective and its key results are called. */
record TitlesView(String id, String title, Map<KeyResultId, String> keyResults) implements View {

    TitlesView with(KeyResultId keyResultId, String keyResultTitle) {
        var more = new HashMap<>(keyResults);
        more.put(keyResultId, keyResultTitle);
        return new TitlesView(id, title, Map.copyOf(more));
    }

    String of(KeyResultId keyResultId) {
        return keyResults.getOrDefault(keyResultId, keyResultId.toString());
    }
}
