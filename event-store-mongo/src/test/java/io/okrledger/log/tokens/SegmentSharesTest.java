package io.okrledger.log.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.log.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentSharesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicLong nanoTime = new AtomicLong();
    private Store store;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        tokens().initializeTokenSegments("p", 4, new GlobalSequenceTrackingToken(0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private MongoTokenStore tokens() {
        return new MongoTokenStore(store.database(), TIMEOUT);
    }

    private SegmentShares node(String processor) {
        return node(processor, tokens());
    }

    private SegmentShares node(String processor, MongoTokenStore tokens) {
        var node = new SegmentShares(store.database(), tokens, tokens::releaseClaim, TIMEOUT, nanoTime::get);
        assertThat(node.getMaxSegments(processor)).isPositive();
        return node;
    }

    @Test
    void aNodeAloneMayHoldThemAll() {
        var only = node("p");
        assertThat(only.getMaxSegments("p")).isEqualTo(4);

        only.beat();
        assertThat(only.getMaxSegments("p")).isEqualTo(4);
    }

    @Test
    void beforeThereAreSegmentsNothingIsLimited() {
        var early = node("q");
        early.beat();
        assertThat(early.getMaxSegments("q")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aNodeThatHoldsTooManyGivesThemBackOneByOne() {
        var tokens = tokens();
        IntStream.range(0, 4).forEach(segment -> tokens.fetchToken("p", segment));
        var first = node("p", tokens);
        node("p").beat();

        first.beat();
        assertThat(tokens.heldSegments("p")).hasSize(3);
        assertThat(first.getMaxSegments("p")).isEqualTo(3);
        first.beat();
        first.beat();
        assertThat(tokens.heldSegments("p")).hasSize(2);
        assertThat(first.getMaxSegments("p")).isEqualTo(2);
    }

    @Test
    void sharesAreRoundedUp() {
        var nodes = List.of(node("p"), node("p"), node("p"));
        nodes.forEach(SegmentShares::beat);
        nodes.forEach(SegmentShares::beat);

        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.getMaxSegments("p")).isEqualTo(2));
    }

    @Test
    void onlyNodesThatRunTheProcessorCount() {
        node("q").beat();
        var mine = node("p");
        mine.beat();

        assertThat(mine.getMaxSegments("p")).isEqualTo(4);
    }

    @Test
    void aNodeThatLeavesCountsNoMore() {
        var staying = node("p");
        var leaving = node("p");
        leaving.beat();
        staying.beat();
        assertThat(staying.getMaxSegments("p")).isEqualTo(2);

        leaving.close();
        staying.beat();

        assertThat(staying.getMaxSegments("p")).isEqualTo(4);
    }

    @Test
    void aNodeThatIsNotHeardOfCountsNoMore() {
        var alive = node("p");
        node("p").beat();
        alive.beat();

        nanoTime.addAndGet(TIMEOUT.toNanos() - 1);
        alive.beat();
        assertThat(alive.getMaxSegments("p")).isEqualTo(2);

        nanoTime.addAndGet(1);
        alive.beat();
        assertThat(alive.getMaxSegments("p")).isEqualTo(4);
    }
}
