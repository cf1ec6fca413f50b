package io.okrledger.embedded.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import io.okrledger.embedded.order.OrderedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** An index in memory, laid out as the store lays it out. */
record WalkedIndex(Candidate candidate, TreeMap<byte[], Document> entries) {

    static WalkedIndex of(String name, IndexShape shape, List<Document> documents) {
        var unique = new TreeMap<byte[], Document>(Arrays::compareUnsigned);
        var withIds = new TreeMap<byte[], Document>(Arrays::compareUnsigned);
        var multikey = false;
        for (var document : documents) {
            var entries = shape.entriesOf(document);
            multikey |= entries.fromArray();
            for (var key : entries.keys()) {
                unique.put(key, document);
                withIds.put(Bytes.concat(key, OrderedValue.of(document.get("_id"))), document);
            }
        }
        var isUnique = unique.size() == withIds.size();
        return new WalkedIndex(new Candidate(name, shape, isUnique, multikey), isUnique ? unique : withIds);
    }

    List<Document> walk(Plan plan) {
        var found = new ArrayList<Document>();
        byte[] end = {};
        for (var interval : plan.intervals()) {
            assertThat(Arrays.compareUnsigned(end, interval.from())).isLessThanOrEqualTo(0);
            var from = entries.tailMap(interval.from(), true);
            found.addAll((interval.to() == null ? from : from.headMap(interval.to(), false)).values());
            end = interval.to() == null ? new byte[] {(byte) 0xFF} : interval.to();
        }
        if (plan.backwards()) {
            Collections.reverse(found);
        }
        return found;
    }
}
