package io.okrledger.log;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Cuts the connection of the next insert, or of each, before it is carried out, in the middle or after. */
final class CuttingBackend extends MemoryBackend {

    enum Cut {
        NEVER,
        BEFORE,
        /** Half of the documents are in. */
        HALFWAY,
        AFTER
    }

    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
    private final AtomicInteger inserts = new AtomicInteger();
    private final AtomicInteger finds = new AtomicInteger();
    private volatile Cut every = Cut.NEVER;
    private volatile Runnable inBetween = () -> {};

    void cutNextInsert(Cut cut) {
        cutNextInsert(cut, () -> {});
    }

    /** @param inBetween happens when the insert has been carried out as far as it is, and its client does not know yet */
    void cutNextInsert(Cut cut, Runnable inBetween) {
        this.inBetween = inBetween;
        next.set(cut);
    }

    void cutEveryInsert(Cut cut) {
        every = cut;
        cutNextInsert(cut);
    }

    int inserts() {
        return inserts.get();
    }

    int finds() {
        return finds.get();
    }

    void forget() {
        inserts.set(0);
        finds.set(0);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (!message.getDocument().containsKey("insert")) {
            finds.addAndGet(message.getDocument().containsKey("find") ? 1 : 0);
            return super.handleMessage(message);
        }
        inserts.incrementAndGet();
        var cut = next.getAndSet(every);
        if (cut == Cut.NEVER) {
            return super.handleMessage(message);
        }
        if (cut == Cut.HALFWAY) {
            var documents = (List<?>) message.getDocument().get("documents");
            message.getDocument().put("documents", documents.subList(0, documents.size() / 2));
        }
        var answer = cut == Cut.BEFORE ? new Document() : super.handleMessage(message);
        inBetween.run();
        message.getChannel().close();
        return answer;
    }
}
