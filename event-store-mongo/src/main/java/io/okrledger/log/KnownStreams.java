package io.okrledger.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the streams that were read lately, so that nobody reads again what has not changed. Whoever asks for a
 * stream first sees which ones were touched since, by whatever process: one short look behind the end that was seen last.
 * So he is told no less than what the log had when he asked.
 */
final class KnownStreams {

    private static final int MOST_STREAMS = 2_000;
    private static final int MOST_COMMITS = 16;
    private static final int MOST_TOUCHED = 1_000;

    /**
     * @param last behind this sequence number there is nothing
     * @param commits the whole stream, when it is short and nothing has touched it since
     */
    private record Known(
            String streamId, long last, @Nullable List<Commit> commits) {

        static Known whole(String streamId, List<Commit> commits) {
            return new Known(streamId, newest(streamId, commits, -1), commits.size() > MOST_COMMITS ? null : commits);
        }

        static Known end(String streamId, long fromSequence, List<Commit> commits) {
            return new Known(streamId, newest(streamId, commits, fromSequence - 1), null);
        }

        private static long newest(String streamId, List<Commit> commits, long otherwise) {
            return commits.stream()
                    .flatMap(commit -> commit.streams().stream())
                    .filter(range -> range.id().equals(streamId))
                    .mapToLong(StreamRange::to)
                    .reduce(otherwise, Math::max);
        }

        /** Null when that is not known. */
        @Nullable List<Commit> from(long sequence) {
            if (sequence > last) {
                return List.of();
            }
            return commits == null
                    ? null
                    : commits.stream()
                            .filter(commit -> commit.streams().stream()
                                    .anyMatch(range -> range.id().equals(streamId) && range.to() >= sequence))
                            .toList();
        }
    }

    private final Commits commits;
    private final Map<String, Known> streams = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_STREAMS;
        }
    };
    private long seen;

    /** @param seen the end of the log, as it is known */
    KnownStreams(Commits commits, long seen) {
        this.commits = commits;
        this.seen = seen;
    }

    /**
     * The commits that hold events of a stream with at least this sequence number.
     *
     * @param read reads them from the store
     */
    List<Commit> from(String streamId, long fromSequence, Supplier<List<Commit>> read) {
        catchUp();
        return asSeen(streamId, fromSequence, read);
    }

    /** The same without a look behind the end that was seen last. */
    List<Commit> asSeen(String streamId, long fromSequence, Supplier<List<Commit>> read) {
        var known = known(streamId);
        var answer = known == null ? null : known.from(fromSequence);
        if (answer != null) {
            return answer;
        }
        var expected = expect(streamId);
        var found = read.get();
        learn(expected, fromSequence == 0 ? Known.whole(streamId, found) : Known.end(streamId, fromSequence, found));
        return found;
    }

    /** What this process has appended needs no look at the store, if nobody else was in between. */
    synchronized void appended(Commit commit) {
        if (commit.position() == seen + 1) {
            touch(Touched.by(commit));
        }
    }

    private void catchUp() {
        var touched = commits.touchedBehind(seen(), MOST_TOUCHED);
        if (touched.size() < MOST_TOUCHED) {
            touch(touched);
        } else {
            forget(commits.newest().next() - 1);
        }
    }

    private synchronized void touch(List<Touched> commits) {
        commits.forEach(this::touch);
    }

    /** What was touched before this position has become too much to look at. */
    private synchronized void forget(long position) {
        streams.clear();
        seen = Math.max(seen, position);
    }

    private synchronized long seen() {
        return seen;
    }

    private void touch(Touched commit) {
        if (commit.position() > seen) {
            seen = commit.last();
            commit.streams()
                    .forEach(range -> streams.computeIfPresent(
                            range.id(), (id, known) -> isExpected(known) ? null : new Known(id, range.to(), null)));
        }
    }

    private synchronized @Nullable Known known(String streamId) {
        return streams.get(streamId);
    }

    /** Holds the place of what is being read, and is gone when the stream is touched meanwhile. */
    private synchronized Known expect(String streamId) {
        var expected = new Known(streamId, Long.MAX_VALUE, null);
        streams.put(streamId, expected);
        return expected;
    }

    private static boolean isExpected(Known known) {
        return known.last() == Long.MAX_VALUE;
    }

    @SuppressWarnings("ReferenceEquality") // Somebody else may expect the same by now.
    private synchronized void learn(Known expected, Known found) {
        streams.computeIfPresent(found.streamId(), (id, known) -> known == expected ? found : known);
    }
}
