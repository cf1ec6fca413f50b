package io.okrledger.log.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.log.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the token store promises on every store. */
abstract class TokenStoreContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private Store store;
    private MongoTokenStore mine;
    private MongoTokenStore theirs;

    abstract Store open();

    @BeforeEach
    void openStores() {
        store = open();
        mine = new MongoTokenStore(store.database(), TIMEOUT, nanoTime::get);
        theirs = new MongoTokenStore(store.database(), TIMEOUT, nanoTime::get);
        mine.initializeTokenSegments("p", 2, token(0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    @Test
    void segmentsAreInitialisedOnce() {
        assertThat(theirs.fetchSegments("p")).containsExactly(0, 1);
        assertThat(theirs.fetchSegments("another")).isEmpty();
        assertThatThrownBy(() -> theirs.initializeTokenSegments("p", 4, token(0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(theirs.fetchSegments("p")).containsExactly(0, 1);
    }

    @Test
    void aSegmentCountsOnlyWhenAllAreThere() {
        mine.initializeSegment(token(0), "q", 1);
        assertThat(mine.fetchSegments("q")).isEmpty();

        mine.initializeSegment(token(0), "q", 0);
        assertThat(mine.fetchSegments("q")).containsExactly(0, 1);
    }

    @Test
    void aClaimExcludesOthers() {
        assertThat(mine.fetchToken("p", 0)).isEqualTo(token(0));

        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(theirs.fetchAvailableSegments("p")).containsExactly(Segment.computeSegment(1, 0, 1));
        assertThat(mine.fetchAvailableSegments("p")).hasSize(2);
        assertThat(theirs.fetchToken("p", 1)).isEqualTo(token(0));
    }

    @Test
    void aReleasedClaimIsFree() {
        mine.fetchToken("p", 0);
        mine.storeToken(token(7), "p", 0);
        mine.releaseClaim("p", 0);

        assertThat(theirs.fetchToken("p", 0)).isEqualTo(token(7));
        assertThatThrownBy(() -> mine.storeToken(token(8), "p", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.extendClaim("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void releasingAClaimOfOthersChangesNothing() {
        mine.fetchToken("p", 0);
        theirs.releaseClaim("p", 0);

        mine.storeToken(token(1), "p", 0);
        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void aSilentClaimIsTakenOver() {
        mine.fetchToken("p", 0);
        mine.storeToken(token(3), "p", 0);
        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);

        pass(TIMEOUT.minusNanos(1));
        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
        pass(Duration.ofNanos(1));

        assertThat(theirs.fetchAvailableSegments("p")).hasSize(2);
        assertThat(theirs.fetchToken("p", 0)).isEqualTo(token(3));
        assertThatThrownBy(() -> mine.storeToken(token(4), "p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void aClaimOfSomebodyWhoIsHeardOfIsNotTakenOver() {
        mine.fetchToken("p", 0);
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
            pass(TIMEOUT.minusNanos(1));
            mine.extendClaim("p", 0);
        }

        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    /** However long the claim may have been silent, an observer has to see that for itself. */
    @Test
    void anObserverWhoHasJustComeWaitsForTheTimeout() {
        mine.fetchToken("p", 0);
        pass(TIMEOUT.multipliedBy(100));

        assertThatThrownBy(() -> theirs.fetchToken("p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void theClaimsOfAnEarlierLifeCanBeForgotten() {
        mine.fetchToken("p", 0);
        mine.storeToken(token(7), "p", 0);

        MongoTokenStore.forgetNodes(store.database());

        assertThat(theirs.fetchToken("p", 0)).isEqualTo(token(7));
        assertThatThrownBy(() -> mine.storeToken(token(8), "p", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void aSegmentThatDoesNotExistCannotBeClaimed() {
        assertThatThrownBy(() -> mine.fetchToken("p", 9)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.storeToken(token(1), "p", 9)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void segmentsAreSplitAndMergedByTheirOwner() {
        mine.initializeSegment(token(5), "p", 2);
        assertThat(mine.fetchSegments("p")).containsExactly(0, 1, 2);
        assertThatThrownBy(() -> mine.initializeSegment(token(5), "p", 2))
                .isInstanceOf(UnableToInitializeTokenException.class);

        assertThatThrownBy(() -> mine.deleteToken("p", 2)).isInstanceOf(UnableToClaimTokenException.class);
        mine.fetchToken("p", 2);
        mine.deleteToken("p", 2);
        assertThat(mine.fetchSegments("p")).containsExactly(0, 1);
    }

    @Test
    void aProcessorIsWhereItsSlowestSegmentIs() {
        mine.fetchToken("p", 0);
        mine.fetchToken("p", 1);
        mine.storeToken(token(9), "p", 0);
        mine.storeToken(token(4), "p", 1);

        assertThat(theirs.positionOf("p")).isEqualTo(4);
        assertThat(theirs.positionOf("another")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1L << 53, (1L << 53) + 1})
    void positionsAreKeptExactly(long position) {
        mine.fetchToken("p", 0);
        mine.storeToken(token(position), "p", 0);

        assertThat(mine.fetchToken("p", 0)).isEqualTo(token(position));
    }

    @Test
    void tokensWithTokensInsideSurvive() {
        mine.fetchToken("p", 0);
        var replay = ReplayToken.createReplayToken(token(9), token(2));
        mine.storeToken(replay, "p", 0);
        assertThat(mine.fetchToken("p", 0)).isEqualTo(replay);
        assertThat(mine.positionOf("p")).isZero();

        var merged = new MergedTrackingToken(token(3), token(6));
        mine.storeToken(merged, "p", 0);
        assertThat(mine.fetchToken("p", 0)).isEqualTo(merged);

        mine.storeToken(null, "p", 0);
        assertThat(mine.fetchToken("p", 0)).isNull();
    }
}
