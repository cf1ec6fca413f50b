package io.okrledger.query.timeline;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, as whoever did it would tell it: the subject of each sentence is the actor. */
final class Sentences {

    private Sentences() {}

    static String of(ObjectiveCreated event) {
        return "created the objective '%s', owned by %s".formatted(event.title(), event.ownerId());
    }

    static String of(ObjectiveOwnerReassigned event) {
        return handedOver("the objective", event.oldOwnerId(), event.newOwnerId(), event.reason());
    }

    static String of(ObjectiveGraded event) {
        var score = event.score();
        return score == null
                ? "graded the objective: no score, as it has no key result"
                : "graded the objective: " + plain(score);
    }

    static String of(KeyResultAdded event) {
        return "added the key result '%s', %s, owned by %s"
                .formatted(event.title(), Metrics.described(event.metric()), event.ownerId());
    }

    static String of(KeyResultOwnerReassigned event, String title) {
        return handedOver(quoted(title), event.oldOwnerId(), event.newOwnerId(), event.reason());
    }

    static String of(KeyResultTargetAdjusted event, String title) {
        return "moved %s: %s"
                .formatted(Metrics.moved(event.oldMetric(), event.newMetric(), quoted(title)), event.reason());
    }

    static String of(CheckInRecorded event, String title) {
        return "checked in %s for %s: %s".formatted(quoted(title), event.week(), said(event.reading()));
    }

    static String of(CheckInCorrected event, String title) {
        return "corrected the check-in of %s for %s, %s: %s"
                .formatted(
                        quoted(title), event.week(), corrected(event.oldReading(), event.newReading()), event.reason());
    }

    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String said(Reading reading) {
        var said = "%s, confidence %d".formatted(plain(reading.value()), reading.confidence());
        return reading.note() == null ? said : said + ", \"" + reading.note() + "\"";
    }

    private static String corrected(Reading before, Reading after) {
        var changes = new ArrayList<String>();
        if (before.value().compareTo(after.value()) != 0) {
            changes.add("value from %s to %s".formatted(plain(before.value()), plain(after.value())));
        }
        if (before.confidence() != after.confidence()) {
            changes.add("confidence from %d to %d".formatted(before.confidence(), after.confidence()));
        }
        if (changes.isEmpty()) {
            changes.add("note from %s to %s".formatted(note(before), note(after)));
        }
        return String.join(" and ", List.copyOf(changes));
    }

    private static String note(Reading reading) {
        return reading.note() == null ? "none" : "\"" + reading.note() + "\"";
    }

    private static String handedOver(String what, PersonId from, PersonId to, @Nullable String reason) {
        var handed = "handed %s from %s to %s".formatted(what, from, to);
        return reason == null ? handed : handed + ": " + reason;
    }

    private static String quoted(String title) {
        return "'" + title + "'";
    }
}
