package io.okrledger.query.http.asked;

import java.util.regex.Pattern;

/** A position in the log as a client writes it. */
public record Position(long value) {

    private static final Pattern FORM = Pattern.compile("\\d{1,18}");

    /** @throws IllegalArgumentException if the text is no whole number from 0 on */
    public static Position from(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a position in the log, a whole number from 0 on");
        }
        return new Position(Long.parseLong(text));
    }
}
