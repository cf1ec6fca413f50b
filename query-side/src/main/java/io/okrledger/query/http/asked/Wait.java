package io.okrledger.query.http.asked;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a client is willing to wait, written {@code 500ms} or {@code 10s}. */
record Wait(Duration time) {

    static final Wait DEFAULT = new Wait(Duration.ofSeconds(2));

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(ms|s)");

    /** @throws IllegalArgumentException if the text is no such time, or longer than ten seconds */
    public static Wait from(String text) {
        var match = FORM.matcher(text);
        if (match.matches()) {
            var amount = Long.parseLong(match.group(1));
            var time = match.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
            if (time.compareTo(LONGEST) <= 0) {
                return new Wait(time);
            }
        }
        throw new IllegalArgumentException("Not a time such as 500ms or 10s, at most 10s");
    }
}
