package io.okrledger.query.http;

import io.okrledger.query.support.paging.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** Finds the handler that answers with a page of these; Axon's own response types do not look into type arguments. */
final class PageOf<T> extends AbstractResponseType<Page<T>> {

    PageOf(Class<T> itemType) {
        super(itemType);
    }

    @Override
    public boolean matches(Type answer) {
        return answer instanceof ParameterizedType type
                && type.getRawType() == Page.class
                && type.getActualTypeArguments()[0] == expectedResponseType;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class has no type arguments
    public Class<Page<T>> responseMessagePayloadType() {
        return (Class) Page.class;
    }
}
