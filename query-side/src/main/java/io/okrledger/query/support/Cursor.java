package io.okrledger.query.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A place in a list, opaque to clients.
 *
 * @param pin the position of the list's first page
 * @param key the key of the last item read
 */
public record Cursor(long pin, String key) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(.+)", Pattern.DOTALL);

    /** @throws IllegalArgumentException if the text is not one that {@link #toString} made */
    public static Cursor from(String text) {
        var match = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return new Cursor(Long.parseLong(match.group(1)), match.group(2));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((pin + ":" + key).getBytes(UTF_8));
    }
}
