package io.okrledger.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** A group on its way to the process that writes it, and the places that it was given on its way back. */
final class HandedGroup {

    private static final CommitCodec CODEC = new CommitCodec();
    private static final int HASH_BYTES = 32;
    private static final int PLACE_BYTES = Long.BYTES + Long.BYTES + 2 * HASH_BYTES;

    /** No commit has the position of the genesis document. */
    private static final long NOT_STORED = Commit.GENESIS.position();

    private HandedGroup() {}

    /** As they would be stored, without a place. */
    static byte[] toBytes(List<NewCommit> group) {
        try (var out = new BasicOutputBuffer()) {
            for (var commit : group) {
                try (var document = new BsonBinaryWriter(out)) {
                    CODEC.encode(
                            document,
                            commit.at(NOT_STORED, Instant.EPOCH, new byte[0]),
                            EncoderContext.builder().build());
                }
            }
            return out.toByteArray();
        }
    }

    /** @throws RuntimeException if they are not the bytes of a group */
    static List<NewCommit> fromBytes(byte[] bytes) {
        var group = new ArrayList<NewCommit>();
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            try (var document = new BsonBinaryReader(rest)) {
                var commit = CODEC.decode(document, DecoderContext.builder().build());
                group.add(new NewCommit(commit.id(), commit.key(), commit.fingerprint(), commit.events()));
            }
        }
        return group;
    }

    /** Where each commit is, in the order of the group; of one that is not stored it does not say why. */
    static byte[] placesToBytes(List<Optional<Commit>> outcomes) {
        var bytes = ByteBuffer.allocate(outcomes.size() * PLACE_BYTES);
        for (var outcome : outcomes) {
            var commit = outcome.orElse(Commit.GENESIS);
            bytes.putLong(commit.position())
                    .putLong(commit.at().toEpochMilli())
                    .put(commit.prev())
                    .put(commit.hash());
        }
        return bytes.array();
    }

    /** The group in its places. What is stored must have the hash that it has here, or counts as not stored. */
    static List<Optional<Commit>> atPlaces(List<NewCommit> group, byte[] places) {
        var bytes = ByteBuffer.wrap(places);
        return group.stream().map(commit -> atPlace(commit, bytes)).toList();
    }

    private static Optional<Commit> atPlace(NewCommit commit, ByteBuffer place) {
        var position = place.getLong();
        var at = Instant.ofEpochMilli(place.getLong());
        var prev = hash(place);
        var hash = hash(place);
        return Optional.of(position)
                .filter(it -> it != NOT_STORED)
                .map(it -> commit.at(it, at, prev).sealed())
                .filter(it -> Arrays.equals(it.hash(), hash));
    }

    private static byte[] hash(ByteBuffer place) {
        var hash = new byte[HASH_BYTES];
        place.get(hash);
        return hash;
    }
}
