package io.okrledger.query.objectives.facts;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.reading;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.support.Happening;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixture compares every position of these with a projection that was fed up to there only. */
class PastObjectivesTest {

    private static final int OBJECTIVES = 4;
    private static final int EVENTS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isWhatItWasAtEveryPositionOfARandomHistory(long seed) {
        var boards = Facts.projected().given(history(new Random(seed)));
        assertThat(boards.views()).hasSize(OBJECTIVES);
    }

    private static Happening[] history(Random random) {
        var happenings = new ArrayList<Happening>();
        var begun = 0;
        while (happenings.size() < EVENTS || begun < OBJECTIVES) {
            if (begun == 0 || begun < OBJECTIVES && random.nextInt(8) == 0) {
                begun++;
                happenings.add(fact(created(objective(begun), CYCLE, SUPPORT, GOAL)));
                happenings.add(fact(new KeyResultAdded(
                        objective(begun), keyResult(begun), "NPS", NPS_32_TO_50, ADA, 1, Ambition.COMMITTED)));
            } else {
                happenings.add(fact(change(1 + random.nextInt(begun), happenings.size(), random)));
            }
        }
        return happenings.toArray(Happening[]::new);
    }

    private static Object change(int number, int place, Random random) {
        var id = objective(number);
        return switch (random.nextInt(8)) {
            case 0 -> new ObjectiveReworded(id, "Before", "After " + place, null, null);
            case 1 -> new ObjectiveOwnerReassigned(id, ADA, BO, null);
            case 2 -> new ObjectiveAbandoned(id, "Another team does it");
            default ->
                new CheckInRecorded(
                        id, keyResult(number), checkIn(place), week(41 + random.nextInt(4)), reading("" + place, 7));
        };
    }
}
