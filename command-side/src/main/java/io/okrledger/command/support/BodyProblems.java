package io.okrledger.command.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Notes what is wrong with a body and reads on, so that an answer names every field and not only the first. It acts
 * while the body of a request is read and at no other time.
 */
final class BodyProblems extends DeserializationProblemHandler {

    private static final String NOTED = BodyProblems.class.getName();

    /** From here on the problems of the current request's body are noted. */
    static void begin() {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(NOTED, new ArrayList<FieldProblem>(), RequestAttributes.SCOPE_REQUEST);
    }

    /** What was noted since {@link #begin()}; from here on nothing is noted any more. */
    static List<FieldProblem> end() {
        var problems = noted();
        RequestContextHolder.currentRequestAttributes().removeAttribute(NOTED, RequestAttributes.SCOPE_REQUEST);
        return problems == null ? new ArrayList<>() : problems;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<FieldProblem> noted() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? null
                : (List<FieldProblem>) request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object owner,
            String property) {
        if (!note(parser, "unknown-field", "There is no such field here.")) {
            return false;
        }
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String reason) {
        return note(context.getParser(), "malformed", "This is not " + Kinds.nameOf(target) + ".") ? null : NOT_HANDLED;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String reason) {
        return note(context.getParser(), "malformed", "This is not " + Kinds.nameOf(target) + ".") ? null : NOT_HANDLED;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String reason) {
        if (!note(parser, "wrong-type", "Expected " + Kinds.nameOf(target.getRawClass()) + " here.")) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> target, @Nullable Object argument, Throwable fault) {
        return note(context.getParser(), "malformed", "This is not " + Kinds.nameOf(target) + ".") ? null : NOT_HANDLED;
    }

    private static boolean note(JsonParser parser, String code, String detail) {
        var problems = noted();
        if (problems == null) {
            return false;
        }
        problems.add(new FieldProblem(parser.streamReadContext().pathAsPointer().toString(), code, detail));
        return true;
    }
}
