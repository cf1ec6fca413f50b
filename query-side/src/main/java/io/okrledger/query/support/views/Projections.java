package io.okrledger.query.support.views;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Every projection, under the name of the model that it writes, which is its processing group. A projection is what has a
 * group and is made of {@link ViewStores} alone, so it can be made once more over others. A model may be written by
 * several.
 */
@Component
public final class Projections {

    private final Map<String, List<Class<?>>> byName;

    public Projections(ListableBeanFactory beans) {
        byName = Stream.of(beans.getBeanDefinitionNames())
                // Only looks: nothing has to be made first, so this can be asked before anything else is there.
                .<Class<?>>map(bean -> beans.getType(bean, false))
                .filter(Objects::nonNull)
                .filter(Projections::isProjection)
                .collect(collectingAndThen(
                        groupingBy(Projections::name, TreeMap::new, toUnmodifiableList()),
                        Collections::unmodifiableMap));
    }

    /** The projections of each model. */
    public Map<String, List<Class<?>>> byName() {
        return byName;
    }

    /**
     * New instances of all projections of a model, which write into the stores given.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    public List<Object> create(String name, ViewStores stores) {
        var types = byName.get(name);
        if (types == null) {
            throw new IllegalArgumentException("No projection is named " + name);
        }
        return types.stream()
                .<Object>map(type -> BeanUtils.instantiateClass(type.getDeclaredConstructors()[0], stores))
                .toList();
    }

    /** The model that a collection belongs to, after which it is named. */
    public String modelOf(String collection) {
        return byName.keySet().stream()
                .filter(model -> collection.equals(model) || collection.startsWith(model + "-"))
                .max(Comparator.comparing(String::length))
                .orElseThrow(() ->
                        new IllegalStateException("The collection " + collection + " is named after no projection"));
    }

    private static boolean isProjection(Class<?> type) {
        var constructors = type.getDeclaredConstructors();
        return type.isAnnotationPresent(ProcessingGroup.class)
                && constructors.length == 1
                && List.of(constructors[0].getParameterTypes()).equals(List.of(ViewStores.class));
    }

    private static String name(Class<?> projection) {
        return requireNonNull(projection.getAnnotation(ProcessingGroup.class)).value();
    }
}
