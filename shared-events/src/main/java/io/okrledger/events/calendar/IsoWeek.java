package io.okrledger.events.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601: Monday to Sunday, numbered within its week-based year, written {@code 2026-W47}.
 *
 * @param year the week-based year, 1..9999; it differs from the calendar year around New Year
 * @param week 1..52, or 53 in the years that have one
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** Every year has at least as many. */
    private static final int FEWEST_WEEKS = 52;

    /** @throws IllegalArgumentException if that year has no such week */
    public IsoWeek {
        if (year < 1 || year > 9999 || week < 1 || (week > FEWEST_WEEKS && week > weeksIn(year))) {
            throw new IllegalArgumentException("There is no week " + week + " in the ISO year " + year);
        }
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code 2026-W47} or names no week */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IsoWeek from(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not an ISO week such as 2026-W47: " + text);
        }
        return new IsoWeek(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate on(DayOfWeek day) {
        var inFirst = LocalDate.of(year, 1, 4);
        return inFirst.plusDays(
                7L * (week - 1) + day.getValue() - inFirst.getDayOfWeek().getValue());
    }

    public IsoWeek next() {
        return of(on(DayOfWeek.MONDAY).plusWeeks(1));
    }

    public IsoWeek previous() {
        return of(on(DayOfWeek.MONDAY).minusWeeks(1));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return year == other.year ? Integer.compare(week, other.week) : Integer.compare(year, other.year);
    }

    @Override
    @JsonValue
    public String toString() {
        // By hand: weeks are written with every check-in, and a formatter looks up its locale each time.
        return Integer.toString(10_000 + year).substring(1)
                + "-W"
                + Integer.toString(100 + week).substring(1);
    }

    private static long weeksIn(int year) {
        return IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 1, 4))
                .getMaximum();
    }
}
