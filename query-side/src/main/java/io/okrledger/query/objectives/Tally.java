package io.okrledger.query.objectives;

/** How many objectives there are, and how many of them are graded, or abandoned and never will be. */
public record Tally(int objectives, int graded, int abandoned) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(boolean isGraded, boolean isAbandoned) {
        return new Tally(objectives + 1, graded + (isGraded ? 1 : 0), abandoned + (isAbandoned ? 1 : 0));
    }
}
