package io.okrledger.query.operations.verification;

import io.okrledger.query.support.Progress;
import io.okrledger.query.support.views.ViewStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One walk over the log and over all that is served. */
final class Verification {

    private static final int NAMED = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fold fold;
    private final Progress progress;
    private final LongSupplier head;
    private final Consumer<Advance> told;
    private final Map<String, List<Comparison>> comparisons = new TreeMap<>();
    private final long start = System.nanoTime();
    private long toldAt = start;
    private long foldedAt = start;
    private long end;

    /** @param told is told about once a second how far it is, and stops it by failing */
    Verification(Fold fold, ViewStores served, Progress progress, LongSupplier head, Consumer<Advance> told) {
        this.fold = fold;
        this.progress = progress;
        this.head = head;
        this.told = told;
        fold.models()
                .forEach((model, folded) -> comparisons.put(
                        model,
                        folded.collections().stream()
                                .sorted()
                                .map(collection -> new Comparison(collection, folded, served, head))
                                .toList()));
    }

    Verdict run() {
        follow();
        var position = fold.position();
        each(comparison -> comparison.all(position, none -> tell()));
        while (comparisons.values().stream().flatMap(List::stream).anyMatch(Comparison::isOpen)) {
            follow();
            each(comparison -> comparison.again(fold.position()));
        }
        return verdict(position);
    }

    /** Folds up to the end of the log as it is by then, and waits until that is served. */
    private void follow() {
        for (var last = head.getAsLong(); fold.position() < last; last = head.getAsLong()) {
            fold.stepTowards(last);
            end = last;
            foldedAt = System.nanoTime();
            tell();
        }
        fold.models().keySet().forEach(this::awaitServed);
    }

    private void awaitServed(String model) {
        var reached = progress.position(model);
        var moved = System.nanoTime();
        while (reached < fold.position()) {
            if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new StandstillException(model, reached);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            tell();
            var now = progress.position(model);
            moved = now > reached ? System.nanoTime() : moved;
            reached = now;
        }
    }

    private void tell() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoppedException();
        }
        var now = System.nanoTime();
        if (now - toldAt > BETWEEN.toNanos()) {
            toldAt = now;
            told.accept(Advance.of(fold.position(), end, foldedAt - start, documents()));
        }
    }

    private long documents() {
        return comparisons.values().stream()
                .flatMap(List::stream)
                .mapToLong(Comparison::documents)
                .sum();
    }

    private void each(Consumer<Comparison> step) {
        comparisons.values().stream().flatMap(List::stream).forEach(step);
    }

    private Verdict verdict(long position) {
        return new Verdict(
                position,
                comparisons.entrySet().stream()
                        .map(model -> verdict(model.getKey(), model.getValue()))
                        .toList());
    }

    private static ModelVerdict verdict(String model, List<Comparison> collections) {
        return new ModelVerdict(
                model,
                collections.stream().mapToLong(Comparison::documents).sum(),
                collections.stream().mapToLong(Comparison::differences).sum(),
                collections.stream()
                        .flatMap(collection -> collection.named().stream())
                        .limit(NAMED)
                        .toList());
    }
}
