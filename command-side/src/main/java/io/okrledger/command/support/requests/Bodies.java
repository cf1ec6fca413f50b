package io.okrledger.command.support.requests;

import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import jakarta.validation.Validator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as exactly what is expected and with its constraints checked, whichever way it came. */
@Component
public final class Bodies {

    private final JsonMapper json;
    private final Validator validator;

    public Bodies(JsonMapper json, Validator validator) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .build();
        this.validator = validator;
    }

    /** @throws InvalidRequest malformed */
    public JsonNode parse(byte[] bytes) {
        try {
            var node = json.readTree(bytes);
            if (!node.isNull() && !node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException e) {
            // Where exactly the syntax breaks is of no use to the caller's program, and quoting it back is a risk.
        }
        throw new InvalidRequest("", "malformed", "This is not the JSON object that is expected here.");
    }

    /**
     * Reads an object and goes on where something is wrong.
     *
     * @param problems gets everything that is wrong; what was read must not be used unless it stays empty
     */
    public <T extends Record> @Nullable T read(
            JsonNode node, Class<T> type, References references, List<FieldProblem> problems) {
        var reader = new BodyReader(json, references);
        var body = type.cast(reader.read(node, type, ""));
        problems.addAll(reader.problems());
        if (body != null) {
            var noted = reader.problems().stream().map(FieldProblem::pointer).toList();
            validator.validate(body).stream()
                    .map(broken -> FieldProblem.of(broken.getPropertyPath().toString(), broken.getMessage()))
                    .filter(problem -> !noted.contains(problem.pointer()))
                    .forEach(problems::add);
        }
        return body;
    }

    /** Tells two contents apart; white space and the order of fields do not count. */
    public String fingerprint(JsonNode content) {
        return fingerprint(bytes(content));
    }

    byte[] bytes(Object content) {
        return json.writeValueAsBytes(content);
    }

    static String fingerprint(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
