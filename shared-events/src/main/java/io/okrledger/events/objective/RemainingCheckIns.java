package io.okrledger.events.objective;

import java.time.Instant;

/**
 * What stands for a week once one of its check-ins was taken back.
 *
 * @param checkInId the one recorded last of those that are left; it alone gives the value of the week
 * @param reading what it says by now
 * @param firstAt when the first of those that are left was made: the week was served then
 * @param lastAt when the last of those that are left was made
 */
public record RemainingCheckIns(CheckInId checkInId, Reading reading, Instant firstAt, Instant lastAt) {}
