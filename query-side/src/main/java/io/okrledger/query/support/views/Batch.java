package io.okrledger.query.support.views;

import io.okrledger.query.support.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that one batch of events has touched, folded in memory until they are written together. */
final class Batch<V extends View> {

    /**
     * @param born the position of the first event folded into the view
     * @param pos the position of the last one
     */
    record Folded<V extends View>(V view, long born, long pos) {}

    /** @param until the position of the event that made another view of it */
    record Replaced<V extends View>(Folded<V> old, long until) {}

    /** More than these ids are not asked for at once. */
    private static final int MOST_IDS = 500;

    private final Subjects subjects;
    private final Function<Collection<String>, List<Folded<V>>> load;
    private final Map<String, @Nullable Folded<V>> known = new HashMap<>();
    private final Map<String, Folded<V>> changed = new HashMap<>();
    private final List<Replaced<V>> replaced = new ArrayList<>();

    /**
     * @param subjects whose documents are loaded when the first of them is needed
     * @param load gives those that are stored
     */
    Batch(Subjects subjects, Function<Collection<String>, List<Folded<V>>> load) {
        this.subjects = subjects;
        this.load = load;
    }

    @Nullable Folded<V> known(String id) {
        // Those that are not stored yet are known too: they are not asked for again.
        if (!known.containsKey(id)) {
            var wanted = Stream.concat(Stream.of(id), subjects.like(id).filter(other -> !known.containsKey(other)))
                    .distinct()
                    .limit(MOST_IDS)
                    .toList();
            wanted.forEach(other -> known.put(other, null));
            load.apply(wanted).forEach(folded -> known.put(folded.view().id(), folded));
        }
        return known.get(id);
    }

    void fold(String id, Fact fact, ViewStore.Change<V> change) {
        var before = known(id);
        if (before == null) {
            put(id, new Folded<>(change.after(null), fact.position(), fact.position()));
        } else if (before.pos() < fact.position()) {
            change(before, change.after(before.view()), fact.position());
        }
    }

    /** What an event leaves as it was is not written, and has no former version. */
    private void change(Folded<V> before, V after, long position) {
        if (!after.equals(before.view())) {
            put(before.view().id(), new Folded<>(after, before.born(), position));
            replaced.add(new Replaced<>(before, position));
        }
    }

    void begin(Fact fact, V view) {
        put(view.id(), new Folded<>(view, fact.position(), fact.position()));
    }

    Iterable<Folded<V>> changed() {
        return changed.values();
    }

    /** Every version that was passed on the way, the stored one included. */
    List<Replaced<V>> replaced() {
        return replaced;
    }

    private void put(String id, Folded<V> folded) {
        if (!folded.view().id().equals(id)) {
            throw new IllegalStateException("The fold of " + id + " made a view with the id "
                    + folded.view().id());
        }
        known.put(id, folded);
        changed.put(id, folded);
    }
}
