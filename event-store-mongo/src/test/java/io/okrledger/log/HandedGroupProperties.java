package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What two processes tell each other is the same on both sides. */
class HandedGroupProperties {

    @Provide
    Arbitrary<NewCommit> commits() {
        var texts = Arbitraries.strings().ofMaxLength(20);
        var events = Combinators.combine(texts, texts, Arbitraries.longs().between(0, 1L << 60), texts)
                .as((id, stream, sequence, payload) -> new StoredEvent(
                        id,
                        stream,
                        "thing",
                        sequence,
                        "thing.happened",
                        3,
                        Events.TIMESTAMP,
                        payload.getBytes(StandardCharsets.UTF_8),
                        new byte[0]));
        var apart = events.list().ofMinSize(1).ofMaxSize(5).uniqueElements(StoredEvent::streamId);
        return Combinators.combine(apart, texts.injectNull(0.5), texts.injectNull(0.5))
                .as((all, key, fingerprint) -> new NewCommit(UUID.randomUUID(), key, fingerprint, all));
    }

    /** Placed, a commit has a hash over all that there is in it. */
    private static Commit placed(NewCommit commit) {
        return commit.after(Head.OF_EMPTY_LOG, Instant.ofEpochMilli(7));
    }

    @Property(tries = 200)
    void aGroupComesOverAsItIs(@ForAll @Size(max = 4) List<@From("commits") NewCommit> group) {
        var there = HandedGroup.fromBytes(HandedGroup.toBytes(group));

        assertThat(there).hasSameSizeAs(group);
        for (var i = 0; i < group.size(); i++) {
            assertThat(placed(there.get(i))).usingRecursiveComparison().isEqualTo(placed(group.get(i)));
        }
    }

    @Property(tries = 200)
    void thePlacesComeBack(@ForAll @Size(max = 4) List<@From("commits") NewCommit> group, @ForAll long seed) {
        var outcomes = new ArrayList<Optional<Commit>>();
        var head = Head.OF_EMPTY_LOG;
        for (var i = 0; i < group.size(); i++) {
            var commit = group.get(i).after(head, Instant.ofEpochMilli(i));
            var isStored = (seed >> i & 1) == 0;
            outcomes.add(isStored ? Optional.of(commit) : Optional.empty());
            head = isStored ? Head.after(commit) : head;
        }

        var here = HandedGroup.atPlaces(group, HandedGroup.placesToBytes(outcomes));

        assertThat(here).usingRecursiveComparison().isEqualTo(outcomes);
    }

    @Property(tries = 50)
    void whatIsStoredOtherwiseCountsAsNotStored(
            @ForAll("commits") NewCommit commit, @ForAll @IntRange(min = 0, max = 79) int changed) {
        var places = HandedGroup.placesToBytes(List.of(Optional.of(placed(commit))));
        places[changed] ^= 1;

        assertThat(HandedGroup.atPlaces(List.of(commit), places)).containsExactly(Optional.empty());
    }
}
