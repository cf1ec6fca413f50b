package io.okrledger.query.objectives;

/** How many objectives there are, and how many of them are graded. */
public record Tally(int objectives, int graded) {

    static final Tally NONE = new Tally(0, 0);

    Tally plus(boolean isGraded) {
        return new Tally(objectives + 1, isGraded ? graded + 1 : graded);
    }
}
