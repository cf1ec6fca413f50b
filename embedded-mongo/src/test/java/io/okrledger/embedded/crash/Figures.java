package io.okrledger.embedded.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run has seen, for whoever wants to know that it has seen enough. */
final class Figures {

    private final List<Long> openings = new ArrayList<>();
    int acknowledged;
    long documents;
    long indexes;

    void opened(Duration took) {
        openings.add(took.toMillis());
        Collections.sort(openings);
    }

    @Override
    public String toString() {
        return "%d kills, %d commands acknowledged, %d documents compared, %d indexes validated, opened in %d to %d ms"
                .formatted(
                        openings.size(),
                        acknowledged,
                        documents,
                        indexes,
                        openings.get(0),
                        openings.get(openings.size() - 1));
    }
}
