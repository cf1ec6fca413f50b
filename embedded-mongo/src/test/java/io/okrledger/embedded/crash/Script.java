package io.okrledger.embedded.crash;

import io.okrledger.embedded.crash.Target.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/** The commands of a writer, each told by its number alone, so that two processes have the same ones. */
record Script(long seed, int writer) {

    private static final int MANY = 64;
    private static final int IDS_PER_COMMAND = 100;
    private static final int KEPT_COMMANDS = 60;
    private static final long IDS_PER_WRITER = 1_000_000_000;

    void play(int number, Target target) {
        var random = new Random(Arrays.hashCode(new long[] {seed, writer, number}));
        var place = random.nextInt(3) == 0 ? Place.OWN : Place.SHARED;
        var kind = random.nextInt(100);
        if (kind < 88) {
            change(kind, number, place, target, random);
        } else if (kind < 95) {
            createIndex(target, random);
        } else if (kind < 98) {
            target.dropIndexes();
        } else {
            target.dropCollection();
        }
    }

    private void change(int kind, int number, Place place, Target target, Random random) {
        var earlier = Math.max(0, number - random.nextInt(KEPT_COMMANDS));
        if (kind < 30) {
            target.insert(place, documents(number, number, 1, random));
        } else if (kind < 45) {
            target.insert(place, documents(number, number, MANY, random));
        } else if (kind < 58) {
            target.replace(place, documents(earlier, number, 1, random).get(0));
        } else if (kind < 70) {
            target.upsert(place, documents(earlier, number, 2 + random.nextInt(MANY), random));
        } else if (kind < 78) {
            target.age(place, id(earlier), id(earlier + 3));
        } else {
            target.delete(place, kind < 82 ? id(0) : id(earlier), id(kind < 82 ? number - KEPT_COMMANDS : earlier + 1));
        }
    }

    private static void createIndex(Target target, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> target.createIndex("key", true);
            case 1 -> target.createIndex("tags", false);
            default -> target.createIndex("rank", false);
        }
    }

    private List<Document> documents(int owner, int number, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> document(id(owner) + i, number, random))
                .toList();
    }

    private static Document document(long id, int number, Random random) {
        return new Document("_id", id)
                .append("key", "key " + id + " of " + number)
                .append("tags", tags(random))
                .append("rank", rank(random))
                .append("version", number)
                .append("text", "x".repeat(random.nextInt(600)));
    }

    private static List<String> tags(Random random) {
        return random.ints(random.nextInt(4), 0, 20)
                .mapToObj(tag -> "tag " + tag)
                .toList();
    }

    /** Of every type, because each moves about in an index in its own way. */
    private static Object rank(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(1000);
            case 1 -> random.nextInt(1000) / 8.0;
            case 2 -> Long.MAX_VALUE - random.nextInt(1000);
            case 3 -> "rank " + random.nextInt(1000);
            default -> new ArrayList<>();
        };
    }

    private long id(int number) {
        return firstId() + (long) Math.max(0, number) * IDS_PER_COMMAND;
    }

    /** The ids of this writer begin here. */
    long firstId() {
        return writer * IDS_PER_WRITER;
    }

    /** And end in front of this one. */
    long endOfIds() {
        return firstId() + IDS_PER_WRITER;
    }
}
