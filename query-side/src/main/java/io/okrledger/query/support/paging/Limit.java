package io.okrledger.query.support.paging;

import java.util.regex.Pattern;

/** How many items a page has at most. */
public record Limit(int value) {

    public static final int MAX = 500;
    public static final Limit DEFAULT = new Limit(50);

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,2}");

    /** @throws IllegalArgumentException if the text is no whole number from 1 to 500 */
    public static Limit from(String text) {
        if (!FORM.matcher(text).matches() || Integer.parseInt(text) > MAX) {
            throw new IllegalArgumentException("Not a whole number from 1 to " + MAX);
        }
        return new Limit(Integer.parseInt(text));
    }
}
