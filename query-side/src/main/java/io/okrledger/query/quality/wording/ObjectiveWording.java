package io.okrledger.query.quality.wording;

import org.jspecify.annotations.Nullable;

/** An objective says in words where to go: no number, but more than a direction. */
public final class ObjectiveWording {

    private static final int MOST_VAGUE_WORDS = 4;

    private final Title title;

    private ObjectiveWording(Title title) {
        this.title = title;
    }

    public static ObjectiveWording of(String title) {
        return new ObjectiveWording(Title.of(title));
    }

    /** The first number in it, as it is written; null without any. */
    public @Nullable String number() {
        return title.number();
    }

    /** A bare "improve X", or a single word: nobody could tell from it whether it was reached. */
    public boolean isVague() {
        var words = title.core().size();
        return words <= 1
                || (words <= MOST_VAGUE_WORDS
                        && Words.VAGUE.contains(title.opening())
                        && title.number() == null
                        && !title.tellsOutcome());
    }
}
