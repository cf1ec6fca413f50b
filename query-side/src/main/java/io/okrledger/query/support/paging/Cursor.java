package io.okrledger.query.support.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, opaque to clients.
 *
 * @param pin the position of the list's first page
 * @param asOf the instant of a list that is of the past and of that position; null for one of now
 * @param key the key of the last item read
 */
public record Cursor(long pin, @Nullable Instant asOf, String key) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:@([^Z]+Z))?:(.+)", Pattern.DOTALL);

    /** @throws IllegalArgumentException if the text is not one that {@link #toString} made */
    public static Cursor from(String text) {
        var match = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a cursor");
        }
        try {
            var asOf = match.group(2) == null ? null : Instant.parse(match.group(2));
            return new Cursor(Long.parseLong(match.group(1)), asOf, match.group(3));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a cursor", e);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text().getBytes(UTF_8));
    }

    private String text() {
        return pin + (asOf == null ? "" : "@" + asOf) + ":" + key;
    }
}
