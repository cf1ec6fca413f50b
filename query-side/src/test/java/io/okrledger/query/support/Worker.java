package io.okrledger.query.support;

import com.mongodb.client.MongoDatabase;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.ViewStores;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** A process with all projections. */
final class Worker {

    /** The process is no more. */
    static final class Died extends RuntimeException {}

    private static final ParameterResolverFactory PARAMETERS = MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(Worker.class), new FactParameter());

    private final FrailDatabase database;
    private final Map<String, List<AnnotationEventHandlerAdapter>> handlers;

    Worker(Projections projections, MongoDatabase database) {
        this.database = new FrailDatabase(database);
        handlers = handlers(projections, new ViewStores(this.database.seen()));
    }

    static Map<String, List<AnnotationEventHandlerAdapter>> handlers(Projections projections, ViewStores stores) {
        return projections.byName().keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        model -> projections.create(model, stores).stream()
                                .map(projection -> new AnnotationEventHandlerAdapter(projection, PARAMETERS))
                                .toList()));
    }

    /** Folds a batch into a model and writes what has become of it. */
    void fold(String model, List<TrackedEventMessage<?>> batch) {
        var work = new BatchingUnitOfWork<>(batch);
        var result = work.executeWithResult(() -> {
            for (var handler : handlers.get(model)) {
                handler.handle(work.getMessage());
            }
            return null;
        });
        if (result.isExceptional()) {
            if (result.exceptionResult() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError("The projection failed", result.exceptionResult());
        }
    }

    /**
     * The same, but that after so many requests to the store something else happens.
     *
     * @return whether all of it was done
     */
    boolean fold(String model, List<TrackedEventMessage<?>> batch, int requests, Runnable mishap) {
        database.after(requests, mishap);
        try {
            fold(model, batch);
            return true;
        } catch (Died e) {
            return false;
        } finally {
            database.spare();
        }
    }
}
