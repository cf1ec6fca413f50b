package io.okrledger.query.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.cycles.CycleView;
import java.util.List;
import java.util.TreeMap;

/**
 * All that an answer is made of.
 *
 * @param reviews every key result of the cycle, or of one team in it
 */
public record Analysis(CycleView cycle, List<Review> reviews) {

    public Completion completion() {
        return Completion.of(
                cycle.closedAt() == null,
                weeks(),
                counted().stream().map(Unit::of).toList());
    }

    /** Those that are compared: in a closed cycle a key result counts once it is graded. */
    public List<Review> counted() {
        return reviews.stream().filter(this::isCounted).toList();
    }

    private boolean isCounted(Review review) {
        return !review.objective().abandoned()
                && review.keyResult().counts()
                && (cycle.closedAt() == null || review.keyResult().grade() != null);
    }

    private List<Week> weeks() {
        return reviews.stream()
                .flatMap(Review::cells)
                .collect(groupingBy(Cell::week, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(week -> Week.of(Summary.of(week.getKey().toString(), week.getValue())))
                .toList();
    }
}
