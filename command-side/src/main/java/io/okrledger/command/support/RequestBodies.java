package io.okrledger.command.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of requests: within their limit, as exactly what the door expects, and with their constraints checked.
 * The fingerprint of a request is taken over what was understood and not over the bytes, so that white space and the
 * order of fields make no other request.
 */
@Component
final class RequestBodies extends AbstractHttpMessageConverter<Record> {

    static final int LARGEST = 1024 * 1024;

    private static final String BODY = RequestBodies.class.getName();

    private final JsonMapper json;
    private final Validator validator;
    private final HttpServletRequest request;

    RequestBodies(JsonMapper json, Validator validator, HttpServletRequest request) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.validator = validator;
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
        var body = checked(parse(bytes), type);
        if (request.getHeader(CallerArgument.IDEMPOTENCY_KEY) != null) {
            request.setAttribute(BODY, json.writeValueAsBytes(body));
        }
        return body;
    }

    private JsonNode parse(byte[] bytes) {
        try {
            var node = json.readTree(bytes);
            if (!node.isNull()) {
                return node;
            }
        } catch (JacksonException e) {
            // Where exactly the syntax breaks is of no use to the caller's program, and quoting it back is a risk.
        }
        throw new InvalidRequest("", "malformed", "The body is not the JSON object that is expected here.");
    }

    private Record checked(JsonNode node, Class<?> type) {
        var reader = new BodyReader(json);
        var body = (Record) reader.read(node, type, "");
        var problems = reader.problems();
        if (body != null) {
            var noted = problems.stream().map(FieldProblem::pointer).toList();
            validator.validate(body).stream()
                    .map(broken -> FieldProblem.of(broken.getPropertyPath().toString(), broken.getMessage()))
                    .filter(problem -> !noted.contains(problem.pointer()))
                    .forEach(problems::add);
        }
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
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            if (request.getAttribute(BODY) instanceof byte[] body) {
                digest.update(body);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
