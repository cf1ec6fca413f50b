package io.okrledger.query.timeline;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.support.views.View;
import java.util.HashMap;
import java.util.Map;

/**
 * What the key results of an objective are called.
 *
 * @param keyResults titles by the ids of key results
 */
record TitlesView(String id, Map<String, String> keyResults) implements View {

    TitlesView with(KeyResultId keyResultId, String keyResultTitle) {
        var more = new HashMap<>(keyResults);
        more.put(keyResultId.toString(), keyResultTitle);
        return new TitlesView(id, Map.copyOf(more));
    }

    String of(KeyResultId keyResultId) {
        return keyResults.getOrDefault(keyResultId.toString(), keyResultId.toString());
    }
}
