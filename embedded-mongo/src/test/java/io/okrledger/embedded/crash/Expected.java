package io.okrledger.embedded.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** What there is of one writer after some of its commands: documents by their id, and the indexes of its collection. */
record Expected(Map<Place, NavigableMap<Long, Document>> documents, Set<String> indexes) implements Target {

    private static final int MOST_DIFFERENCES = 10;

    Expected() {
        this(Map.of(Place.SHARED, new TreeMap<>(), Place.OWN, new TreeMap<>()), new TreeSet<>());
    }

    private NavigableMap<Long, Document> in(Place place) {
        return documents.get(place);
    }

    int size() {
        return documents.values().stream().mapToInt(Map::size).sum();
    }

    /** Where what is held is something else, the first few of them. */
    List<String> differences(Expected held) {
        var differences = new ArrayList<String>();
        for (var place : Place.values()) {
            var ids = new TreeSet<>(in(place).keySet());
            ids.addAll(held.in(place).keySet());
            ids.removeIf(id -> Objects.equals(in(place).get(id), held.in(place).get(id)));
            ids.forEach(id -> differences.add(place + " holds " + held.in(place).get(id) + " and should hold "
                    + in(place).get(id)));
        }
        if (!indexes.equals(held.indexes)) {
            differences.add("the indexes are " + held.indexes + " and should be " + indexes);
        }
        return differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()));
    }

    @Override
    public void insert(Place place, List<Document> added) {
        upsert(place, added);
    }

    @Override
    public void replace(Place place, Document document) {
        in(place).replace(document.getLong("_id"), document);
    }

    @Override
    public void upsert(Place place, List<Document> added) {
        added.forEach(document -> in(place).put(document.getLong("_id"), document));
    }

    @Override
    public void age(Place place, long from, long to) {
        in(place)
                .subMap(from, to)
                .replaceAll(
                        (id, document) -> new Document(document).append("version", document.getInteger("version") + 1));
    }

    @Override
    public void delete(Place place, long from, long to) {
        in(place).subMap(from, to).clear();
    }

    @Override
    public void createIndex(String field, boolean unique) {
        indexes.add(field);
    }

    @Override
    public void dropIndexes() {
        indexes.clear();
    }

    @Override
    public void dropCollection() {
        in(Place.OWN).clear();
        indexes.clear();
    }
}
