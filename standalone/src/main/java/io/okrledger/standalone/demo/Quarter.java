package io.okrledger.standalone.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What {@code demo/quarters.json} holds: how a quarter went.
 *
 * @param closes whether the play goes on until it is closed and graded
 * @param keyResults one for each key result of the seed, in its order
 */
record Quarter(
        String name, LocalDate startsOn, LocalDate endsOn, boolean closes, List<Course> keyResults, List<Turn> turns) {

    int weeks() {
        return keyResults.get(0).weeks();
    }

    /**
     * How a key result went.
     *
     * @param rhythm a letter per week: o on time, l late, c on time and corrected on the next day, b filled in when it
     *     was missed already, . nothing
     * @param reaches the progress in the last week that is played
     */
    record Course(String owner, String ambition, String rhythm, double reaches) {

        int weeks() {
            return rhythm.length();
        }
    }

    /**
     * What happened in the middle of a week.
     *
     * @param week 1 for the first
     * @param keyResult to which key result or to whose objective, 1 for the first
     * @param to the new target or owner
     */
    record Turn(int week, What what, int keyResult, String to, String reason) {}

    enum What {
        TARGET,
        OWNER,
        OBJECTIVE_OWNER
    }
}
