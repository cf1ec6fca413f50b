package io.okrledger.query.timeline;

import static io.okrledger.query.timeline.Phrases.handedOver;
import static io.okrledger.query.timeline.Phrases.plain;
import static io.okrledger.query.timeline.Phrases.quoted;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.Reading;
import java.util.ArrayList;
import java.util.List;

/** What happened to a key result and its check-ins. */
final class KeyResultSentences {

    private KeyResultSentences() {}

    /** @param title what the key result was called until then */
    static String of(KeyResultEvent event, String title) {
        var name = quoted(title);
        if (event instanceof KeyResultAdded e) {
            return "added the key result '%s', %s, owned by %s"
                    .formatted(e.title(), Metrics.described(e.metric()), e.ownerId());
        } else if (event instanceof KeyResultReworded e) {
            return "reworded the key result '%s' to '%s'".formatted(e.oldTitle(), e.newTitle());
        } else if (event instanceof KeyResultOwnerReassigned e) {
            return handedOver(name, e.oldOwnerId(), e.newOwnerId(), e.reason());
        } else if (event instanceof KeyResultTargetAdjusted e) {
            return "moved %s: %s".formatted(Metrics.moved(e.oldMetric(), e.newMetric(), name), e.reason());
        } else if (event instanceof KeyResultReweighed e) {
            return "moved the weight of %s from %d to %d".formatted(name, e.oldWeight(), e.newWeight());
        } else if (event instanceof KeyResultDropped e) {
            return "dropped %s: %s".formatted(name, e.reason());
        } else if (event instanceof GradeAmended e) {
            return amended(e, name);
        }
        return ofCheckIn(event, name);
    }

    private static String ofCheckIn(KeyResultEvent event, String name) {
        if (event instanceof CheckInRecorded e) {
            return "checked in %s for %s: %s".formatted(name, e.week(), said(e.reading()));
        } else if (event instanceof CheckInCorrected e) {
            return "corrected the check-in of %s for %s, %s: %s"
                    .formatted(name, e.week(), corrected(e.oldReading(), e.newReading()), e.reason());
        }
        var retracted = (CheckInRetracted) event;
        var left = retracted.remaining();
        return "retracted the check-in of %s for %s that said %s, which leaves %s: %s"
                .formatted(
                        name,
                        retracted.week(),
                        said(retracted.reading()),
                        left == null ? "nothing" : said(left.reading()),
                        retracted.reason());
    }

    private static String amended(GradeAmended event, String name) {
        return "amended the grade of %s from %s to %s and of the objective from %s to %s: %s"
                .formatted(
                        name,
                        plain(event.oldGrade().score()),
                        plain(event.newGrade().score()),
                        plain(event.oldScore()),
                        plain(event.newScore()),
                        event.reason());
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
}
