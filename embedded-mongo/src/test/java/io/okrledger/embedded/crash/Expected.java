package io.okrledger.embedded.crash;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** What there is of one writer after some of its commands: documents by their id, and the indexes of its collection. */
record Expected(Map<Place, NavigableMap<Long, Document>> documents, Set<String> indexes) implements Target {

    Expected() {
        this(Map.of(Place.SHARED, new TreeMap<>(), Place.OWN, new TreeMap<>()), new TreeSet<>());
    }

    private NavigableMap<Long, Document> in(Place place) {
        return documents.get(place);
    }

    int size() {
        return documents.values().stream().mapToInt(Map::size).sum();
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
