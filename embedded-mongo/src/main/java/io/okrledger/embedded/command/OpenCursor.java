package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A result of which there is more. */
interface OpenCursor {

    /** The next documents, at most so many; at least one when there is one and any are asked for. */
    List<Document> next(int most);

    boolean isExhausted();

    /** Whether there may be much to look through up to the next one. */
    boolean mayTakeLong();
}
