package io.okrledger.query.http.problems;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Everything that the query side refuses, under the codes that clients rely on. */
public enum ProblemCode {
    UNKNOWN_PARAMETER("Unknown parameter", HttpStatus.BAD_REQUEST),
    MISSING_PARAMETER("Missing parameter", HttpStatus.BAD_REQUEST),
    MALFORMED_VALUE("Malformed value", HttpStatus.BAD_REQUEST),
    MALFORMED_REQUEST("Malformed request", HttpStatus.BAD_REQUEST),
    UNKNOWN_GOAL("Unknown goal", HttpStatus.NOT_FOUND),
    UNKNOWN_TEAM("Unknown team", HttpStatus.NOT_FOUND),
    UNKNOWN_CYCLE("Unknown cycle", HttpStatus.NOT_FOUND),
    UNKNOWN_OBJECTIVE("Unknown objective", HttpStatus.NOT_FOUND),
    UNKNOWN_KEY_RESULT("Unknown key result", HttpStatus.NOT_FOUND),
    UNKNOWN_CHECK_IN("Unknown check-in", HttpStatus.NOT_FOUND),
    UNKNOWN_WEEK("Unknown week", HttpStatus.NOT_FOUND),
    UNKNOWN_STREAM("Unknown stream", HttpStatus.NOT_FOUND),
    UNKNOWN_PROJECTION("Unknown projection", HttpStatus.NOT_FOUND),
    VERIFICATION_RUNNING("A verification is running", HttpStatus.CONFLICT),
    UNKNOWN_PATH("Unknown path", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("Method not allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("Not acceptable", HttpStatus.NOT_ACCEPTABLE),
    REBUILD_UNFINISHED("A rebuild is unfinished", HttpStatus.CONFLICT),
    NOT_REBUILDING("Not rebuilding", HttpStatus.CONFLICT),
    NOT_REBUILT("Not rebuilt", HttpStatus.CONFLICT),
    NOT_THERE_YET("Not there yet", HttpStatus.SERVICE_UNAVAILABLE),
    STORE_UNAVAILABLE("Store out of reach", HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL_ERROR("Internal error", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String title;
    private final HttpStatus status;

    ProblemCode(String title, HttpStatus status) {
        this.title = title;
        this.status = status;
    }

    public static ProblemCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What is said of an id of that type when nothing has it. */
    public static ProblemCode unknown(Class<?> idType) {
        var thing = idType.getSimpleName().replaceAll("^Iso|Id$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return valueOf("UNKNOWN_" + thing.toUpperCase(Locale.ROOT));
    }

    /** The stable name in kebab-case, such as {@code unknown-goal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public HttpStatus status() {
        return status;
    }
}
