package io.okrledger.standalone.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** All that is left to chance; the same for the same seed. */
final class Chances {

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 1L << 63;

    private final SplittableRandom random;
    private long made;

    Chances(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether it happens this time, which it does so many times in a thousand. */
    boolean in1000(int times) {
        return random.nextInt(1000) < times;
    }

    /** Both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double share() {
        return random.nextDouble();
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A time of at least a second, and shorter than the longest. */
    Duration below(Duration longest) {
        return Duration.ofMillis(random.nextLong(TimeUnit.SECONDS.toMillis(1), longest.toMillis()));
    }

    /** A UUID of version 7; those that are made later are larger. */
    UUID id(Instant at) {
        var count = made++;
        var high = at.toEpochMilli() << Short.SIZE | VERSION_7 | count >>> 32 & 0xfff;
        return new UUID(high, VARIANT | (count & 0xffff_ffffL) << 30 | random.nextInt(1 << 30));
    }

    /** The id of a message, in no order. */
    UUID messageId() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000, random.nextLong() >>> 2 | VARIANT);
    }
}
