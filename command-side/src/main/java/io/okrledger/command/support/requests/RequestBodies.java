package io.okrledger.command.support.requests;

import io.okrledger.command.support.problems.BodyTooLarge;
import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Takes the bodies of requests, within their limit. The fingerprint of a request is taken over what was understood and
 * not over the bytes, so that white space and the order of fields make no other request.
 */
@Component
final class RequestBodies extends AbstractHttpMessageConverter<Record> {

    static final int LARGEST = 1024 * 1024;

    private static final String BODY = RequestBodies.class.getName();

    private final Bodies bodies;
    private final HttpServletRequest request;

    RequestBodies(Bodies bodies, HttpServletRequest request) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.bodies = bodies;
        this.request = request;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return BodyReader.isBody(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        var bytes = message.getBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BodyTooLarge(LARGEST);
        }
        var body = checked(bytes, type);
        if (request.getHeader(CallerArgument.IDEMPOTENCY_KEY) != null) {
            request.setAttribute(BODY, bodies.bytes(body));
        }
        return body;
    }

    private Record checked(byte[] bytes, Class<? extends Record> type) {
        var problems = new ArrayList<FieldProblem>();
        var body = bodies.read(bodies.parse(bytes), type, References.NONE, problems);
        if (body == null || !problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return body;
    }

    @Override
    protected void writeInternal(Record body, HttpOutputMessage message) {
        throw new IllegalStateException("Only bodies of requests are converted here");
    }

    static String fingerprint(HttpServletRequest request) {
        var door = (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8);
        return request.getAttribute(BODY) instanceof byte[] body
                ? Bodies.fingerprint(door, body)
                : Bodies.fingerprint(door);
    }
}
