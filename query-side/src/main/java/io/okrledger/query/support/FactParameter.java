package io.okrledger.query.support;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets event handlers take a {@link Fact}. */
@Component
final class FactParameter implements ParameterResolverFactory, ParameterResolver<Fact> {

    @Override
    public @Nullable ParameterResolver<Fact> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Fact.class ? this : null;
    }

    @Override
    public Fact resolveParameterValue(Message<?> message) {
        return Fact.of((EventMessage<?>) message);
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof TrackedEventMessage<?>;
    }
}
