package io.okrledger.command.support.lines;

import io.okrledger.command.support.requests.Caller;
import java.time.Instant;

/**
 * A line that says everything that it must.
 *
 * @param ref by what later lines, and those of later imports, refer to what this one makes
 * @param fingerprint tells lines of one type and ref apart
 * @param effectiveAt when it happened
 */
public record Line(String type, String ref, String fingerprint, Instant effectiveAt, Request request) {

    /** The idempotency key of a line. A blank keeps it apart from those of requests, which cannot have one. */
    public static String key(String type, String ref) {
        return "import " + type + " " + ref;
    }

    public String key() {
        return key(type, ref);
    }

    /** The importer as the one who asks for this line. */
    public Caller by(Caller importer) {
        return importer.importing(key(), fingerprint, effectiveAt);
    }
}
