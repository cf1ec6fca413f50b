package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

    enum Colour {
        RED,
        GREEN
    }

    enum MoreColours {
        RED,
        GREEN,
        BLUE
    }

    sealed interface Answer permits Yes, No {}

    record Yes(int count) implements Answer {}

    record No(String reason) implements Answer {}

    sealed interface LongerAnswer permits Yes2, No2 {}

    record Yes2(int count) implements LongerAnswer {}

    record No2(String reason, Instant at) implements LongerAnswer {}

    record Item(String name) {}

    record Thing(String name) {}

    record LargerItem(String name, int size) {}

    record Plain(String id, Item item) {}

    record SameByOtherNames(String id, Thing item) {}

    record Renamed(String id, Item thing) {}

    record Retyped(Instant id, Item item) {}

    record Grown(String id, LargerItem item) {}

    record Listed(String id, List<Item> item) {}

    record ListedGrown(String id, List<LargerItem> item) {}

    record Coloured(Colour colour) {}

    record MoreColoured(MoreColours colour) {}

    record Answered(Answer answer) {}

    record LongerAnswered(LongerAnswer answer) {}

    @Test
    void isTheSameWhateverTheRecordsAreCalled() {
        assertThat(Shape.of(SameByOtherNames.class)).isEqualTo(Shape.of(Plain.class));
    }

    @Test
    void isAnotherOneWhenAnythingInADocumentIs() {
        assertThat(List.of(
                        Shape.of(Plain.class),
                        Shape.of(Renamed.class),
                        Shape.of(Retyped.class),
                        Shape.of(Grown.class),
                        Shape.of(Listed.class),
                        Shape.of(ListedGrown.class),
                        Shape.of(Coloured.class),
                        Shape.of(MoreColoured.class),
                        Shape.of(Answered.class),
                        Shape.of(LongerAnswered.class)))
                .doesNotHaveDuplicates();
    }
}
