package io.okrledger.query.explain.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.KeyResultId;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Where numbers are explained.
 *
 * @param asOf the moment that was asked for, as the client wrote it; null for now
 */
public record Links(@Nullable String asOf) {

    private static final String BASE = "/api/explain/";

    public String objective(Object objectiveId) {
        return to("objectives/" + objectiveId, '?');
    }

    public String keyResult(Object objectiveId, KeyResultId keyResultId) {
        return to(path(objectiveId, keyResultId), '?');
    }

    public String week(Object objectiveId, KeyResultId keyResultId, IsoWeek week) {
        return to(path(objectiveId, keyResultId) + "/weeks/" + week, '?');
    }

    /** A line of the scoreboard or of the cadence. */
    public String line(String answer, Object cycleId, String by, @Nullable String key) {
        return to(answer + "?cycle=" + cycleId + "&by=" + by + optional("key", key), '&');
    }

    /** What a team, or the organisation, did in a cycle. */
    public String analysis(String answer, Object cycleId, @Nullable Object teamId) {
        return to(answer + "?cycle=" + cycleId + optional("team", teamId), '&');
    }

    private static String path(Object objectiveId, KeyResultId keyResultId) {
        return "objectives/" + objectiveId + "/key-results/" + keyResultId;
    }

    private static String optional(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    private String to(String path, char separator) {
        return BASE + path + (asOf == null ? "" : separator + "asOf=" + encoded(asOf));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), UTF_8);
    }
}
