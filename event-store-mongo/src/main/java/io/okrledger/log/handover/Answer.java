package io.okrledger.log.handover;

import java.nio.ByteBuffer;

/**
 * What the one that writes answers, when somebody comes and to each group.
 *
 * @param goesOn whether it writes the next group too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(boolean goesOn, byte[] written) {

    byte[] toBytes() {
        return ByteBuffer.allocate(1 + written.length)
                .put((byte) (goesOn ? 1 : 0))
                .put(written)
                .array();
    }

    static Answer of(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var goesOn = rest.get() == 1;
        var written = new byte[rest.remaining()];
        rest.get(written);
        return new Answer(goesOn, written);
    }
}
