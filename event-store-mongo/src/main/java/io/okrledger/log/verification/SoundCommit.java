package io.okrledger.log.verification;

import static io.okrledger.log.verification.BrokenLogException.require;

import io.okrledger.log.Commit;
import io.okrledger.log.CommitCodec;
import java.util.Arrays;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Reads a stored commit whose every byte is accounted for, whatever stands around it. */
final class SoundCommit {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private static final CommitCodec COMMITS = new CommitCodec();

    private SoundCommit() {}

    /** @throws BrokenLogException if the document is anything but what the log has written */
    static Commit read(RawBsonDocument stored) {
        var commit = parse(stored);
        require(
                Arrays.equals(commit.hash(), commit.sealed().hash()),
                () -> "The commit at %d holds something else than its hash says.".formatted(commit.position()));
        requireNothingElse(stored, commit);
        return commit;
    }

    /** Whatever may be wrong with a document, it is a fault of the log and not of this program. */
    private static Commit parse(RawBsonDocument stored) {
        try {
            return stored.decode(COMMITS);
        } catch (RuntimeException e) {
            throw new BrokenLogException("The next document cannot be read as a commit: " + e.getMessage() + ".");
        }
    }

    /** The hash is over what is read. What could be added or written in another way without being read is found here. */
    private static void requireNothingElse(RawBsonDocument stored, Commit commit) {
        var written = new RawBsonDocument(commit, COMMITS);
        if (!stored.getByteBuffer().asNIO().equals(written.getByteBuffer().asNIO())) {
            throw new BrokenLogException("The commit at %d is not stored as the log writes it, which shows in %s."
                    .formatted(commit.position(), difference(stored.decode(CODEC), written.decode(CODEC))));
        }
    }

    private static String difference(BsonDocument stored, BsonDocument written) {
        return stored.entrySet().stream()
                .filter(field -> !field.getValue().equals(written.get(field.getKey())))
                .findFirst()
                .map(field -> "its field " + field.getKey())
                .orElse("the order or the number of its fields");
    }
}
