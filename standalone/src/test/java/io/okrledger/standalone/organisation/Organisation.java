package io.okrledger.standalone.organisation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;

/**
 * A made-up organisation of realistic shape: teams of five to nine with one or two objectives a cycle, three to five key
 * results in each, weekly check-ins with all that goes wrong with them, and quarters that are planned, opened, paused,
 * closed and graded. Its whole history follows from its seed.
 *
 * @param cycles quarters, one after the other
 * @param begins the first day of the first quarter, of some month
 */
public record Organisation(long seed, int teams, int cycles, LocalDate begins) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final LocalDate FIVE_YEARS_AGO = LocalDate.of(2021, 1, 1);

    /** About ten thousand events. */
    public static final Organisation S = new Organisation(1, 6, 20, FIVE_YEARS_AGO);

    /** About a million events. */
    public static final Organisation M = new Organisation(1, 620, 20, FIVE_YEARS_AGO);

    /** About ten million events. */
    public static final Organisation L = new Organisation(1, 6_200, 20, FIVE_YEARS_AGO);

    /** What was written, commit by commit in the order of the instants; made while it is read, so it takes no room. */
    public Iterator<Recorded> history() {
        var world = new World(seed);
        new Company(world, this).found();
        return world;
    }
}
