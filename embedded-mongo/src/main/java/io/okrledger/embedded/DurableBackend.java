package io.okrledger.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * The stock H2 backend with three faults taken out of the way.
 *
 * <ul>
 *   <li>It changes documents in place while replies that hold them are still being encoded, and while the file is being
 *       written: so writing excludes reading, and a reply is a copy.
 *   <li>It acknowledges before anything is on the disk: so a writing command is answered after a commit.
 *   <li>Its commits can cut a command in two: so a commit happens between commands only.
 * </ul>
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "ismaster",
            "hello",
            "ping",
            "buildinfo",
            "endsessions",
            "dbstats",
            "collstats");

    private final ReadWriteLock documents = new ReentrantReadWriteLock(true);
    private final GroupCommit commits;

    DurableBackend(MVStore store) {
        super(store);
        commits = new GroupCommit(store, documents.readLock());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return isReading(message) ? read(message) : write(message);
    }

    private static boolean isReading(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        return READING.contains(command.toLowerCase(Locale.ROOT));
    }

    private Document read(MongoMessage message) {
        documents.readLock().lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            documents.readLock().unlock();
        }
    }

    private Document write(MongoMessage message) {
        documents.writeLock().lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            var change = commits.nextChange();
            documents.writeLock().unlock();
            // Also when it failed: the part that came before the failure is a change.
            commits.await(change);
        }
    }
}
