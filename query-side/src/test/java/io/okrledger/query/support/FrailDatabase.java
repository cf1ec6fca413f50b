package io.okrledger.query.support;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as one process sees it, to which something happens between two of its requests or in the middle of one. */
final class FrailDatabase {

    private final MongoDatabase database;
    private int requestsLeft;
    private @Nullable Runnable mishap;

    FrailDatabase(MongoDatabase database) {
        this.database = database;
    }

    MongoDatabase seen() {
        return frail(MongoDatabase.class, database);
    }

    /** After so many finds and writes something happens, once; in a write, when half of what it writes is written. */
    void after(int requests, Runnable mishap) {
        requestsLeft = requests;
        this.mishap = mishap;
    }

    /** Nothing happens any more, if it has not yet. */
    void spare() {
        mishap = null;
    }

    private <T> T frail(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var result = request(target, method, arguments);
                    return result instanceof MongoCollection<?> collection
                            ? frail(MongoCollection.class, collection)
                            : result;
                }));
    }

    private Object request(Object target, Method method, Object[] arguments) throws Throwable {
        var isWrite = method.getName().equals("bulkWrite");
        if (mishap == null || !isWrite && !method.getName().equals("find") || requestsLeft-- > 0) {
            return call(target, method, arguments);
        }
        var happens = mishap;
        mishap = null;
        if (!isWrite) {
            happens.run();
            return call(target, method, arguments);
        }
        var writes = (List<?>) arguments[0];
        var half = writes.size() / 2;
        var first = refused(target, method, writes.subList(0, half), arguments[1]);
        happens.run();
        var second = refused(target, method, writes.subList(half, writes.size()), arguments[1]);
        if (first != null || second != null) {
            throw first == null ? second : first;
        }
        return BulkWriteResult.unacknowledged();
    }

    /** What was written before is refused, write by write, and the others go on. */
    private static @Nullable Throwable refused(Object target, Method method, List<?> writes, Object options)
            throws Throwable {
        try {
            if (!writes.isEmpty()) {
                call(target, method, writes, options);
            }
            return null;
        } catch (MongoBulkWriteException e) {
            return e;
        }
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
