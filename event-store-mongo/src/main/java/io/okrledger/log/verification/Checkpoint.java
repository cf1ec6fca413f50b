package io.okrledger.log.verification;

import io.okrledger.log.Commit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A place in the log and the hash that stands for everything up to it. Kept where no writer of the log can change it, it
 * tells for ever whether a log that is whole was rewritten up to there or cut off.
 *
 * @param position of the last event of a commit
 * @param hash of this commit, in hexadecimal digits
 */
public record Checkpoint(long position, String hash) {

    /** The beginning of every log. */
    public static final Checkpoint GENESIS = of(Commit.GENESIS.lastPosition(), Commit.GENESIS.hash());

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\p{XDigit}{64})");

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Checkpoint parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A checkpoint is a position, a colon and 64 hexadecimal digits, not \"" + text + "\".");
        }
        var hash = HexFormat.of().parseHex(parts.group(2));
        return of(Long.parseLong(parts.group(1)), hash);
    }

    static Checkpoint of(long position, byte[] hash) {
        return new Checkpoint(position, HexFormat.of().formatHex(hash));
    }

    boolean isGenesis() {
        return equals(GENESIS);
    }

    /** The position, a colon and the hash. */
    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
