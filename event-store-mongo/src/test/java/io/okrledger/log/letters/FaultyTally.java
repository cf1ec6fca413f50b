package io.okrledger.log.letters;

import io.okrledger.log.Store;
import io.okrledger.log.tokens.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.Document;

/** A {@link Tally} that cannot take one event, until it is repaired. */
final class FaultyTally {

    static final long BAD = 5;

    /** Where it fails. */
    enum Fault {
        AT_HANDLING,
        AT_FLUSH
    }

    private final Fault fault;
    private final Tally tally;
    private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean repaired;

    FaultyTally(Store store, Fault fault) {
        this.fault = fault;
        tally = new Tally(store, this::beforeWrite);
    }

    void handle(Node at, TrackedEventMessage<?> event) {
        var position = event.trackingToken().position().orElseThrow();
        handled.add(position);
        tally.fold(event);
        failOn(position == BAD, Fault.AT_HANDLING);
    }

    private void beforeWrite(Document document) {
        failOn(Tally.seen(document).contains(BAD), Fault.AT_FLUSH);
    }

    private void failOn(boolean bad, Fault here) {
        if (bad && here == fault && !repaired) {
            throw new IllegalStateException("cannot take it");
        }
    }

    void repair() {
        repaired = true;
    }

    List<Long> handled() {
        return List.copyOf(handled);
    }

    Map<String, List<Long>> view() {
        return tally.view();
    }
}
