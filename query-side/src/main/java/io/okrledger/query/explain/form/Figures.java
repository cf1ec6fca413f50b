package io.okrledger.query.explain.form;

import static java.util.Comparator.naturalOrder;

import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The numbers of one thing in the order in which they are told. Inputs are looked up for those on the asked page only. */
public final class Figures {

    private record Figure(
            String place, String number, @Nullable Object value, Rule rule, Supplier<List<Input>> inputs) {}

    private final List<Figure> all = new ArrayList<>();

    public void add(String number, @Nullable Object value, Rule rule, Supplier<List<Input>> inputs) {
        all.add(new Figure(String.format(Locale.ROOT, "%06d", all.size()), number, value, rule, inputs));
    }

    public Page<Explanation> page(Paging paging) {
        return paging.pageOf(all, Figure::place, naturalOrder())
                .map(figure -> new Explanation(
                        figure.number(),
                        figure.value(),
                        figure.rule(),
                        figure.inputs().get()));
    }
}
