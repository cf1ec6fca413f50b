package io.okrledger.log;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.concurrent.atomic.AtomicReference;

/** Cuts the connection of the next insert, or of each, before it is carried out or after. */
final class CuttingBackend extends MemoryBackend {

    enum Cut {
        NEVER,
        BEFORE,
        AFTER
    }

    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
    private volatile Cut every = Cut.NEVER;

    void cutNextInsert(Cut cut) {
        next.set(cut);
    }

    void cutEveryInsert(Cut cut) {
        every = cut;
        next.set(cut);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var cut = message.getDocument().containsKey("insert") ? next.getAndSet(every) : Cut.NEVER;
        if (cut == Cut.NEVER) {
            return super.handleMessage(message);
        }
        var answer = cut == Cut.AFTER ? super.handleMessage(message) : new Document();
        message.getChannel().close();
        return answer;
    }
}
