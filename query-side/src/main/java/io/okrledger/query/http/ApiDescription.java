package io.okrledger.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.okrledger.query.http.asked.Asked;
import io.okrledger.query.http.asked.Pin;
import io.okrledger.query.http.asked.Position;
import io.okrledger.query.http.export.ExportConverter;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Limit;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.web.method.HandlerMethod;

/** Adds to the description of every operation that reads what all of them have in common, its codes and its example. */
@Component
final class ApiDescription implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String EXAMPLES = "io/okrledger/query/examples.json";

    private static final List<ProblemCode> OF_ALL = List.of(
            ProblemCode.UNKNOWN_PARAMETER,
            ProblemCode.MISSING_PARAMETER,
            ProblemCode.MALFORMED_VALUE,
            ProblemCode.MALFORMED_REQUEST,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.NOT_THERE_YET,
            ProblemCode.STORE_UNAVAILABLE,
            ProblemCode.INTERNAL_ERROR);

    // A node, because the mapper that writes the description leaves out of a map what is null.
    private final JsonNode examples;

    ApiDescription() throws IOException {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(AsOf.class, Paging.class, Pin.class)
                .replaceWithSchema(Position.class, position())
                .replaceWithSchema(Limit.class, limit());
        try (var file = new ClassPathResource(EXAMPLES).getInputStream()) {
            examples = Json31.mapper().readTree(file);
        }
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Freshness.answers(handler) == null) {
            return operation;
        }
        if (takes(handler, AsOf.class)) {
            operation.addParametersItem(query(
                    Asked.AS_OF,
                    "The moment to answer for, an instant or a position in the log; now by default",
                    new StringSchema().example("2026-10-12T08:00:00Z")));
        }
        if (takes(handler, Paging.class)) {
            operation.addParametersItem(query(Asked.AFTER, "The next of the page before", new StringSchema()));
            operation.addParametersItem(query(Asked.LIMIT, "How many items at most", limit()));
        }
        operation.addParametersItem(query(Asked.MIN_POSITION, "What the answer has to reflect at least", position()));
        operation.addParametersItem(query(
                Asked.WAIT,
                "How long to wait for that, at most 10s",
                new StringSchema()._default("2s").example("500ms")));
        describeAnswer(operation, handler);
        describeProblems(operation, handler);
        return operation;
    }

    @Override
    public void customise(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var example = examples.get(method + " " + path);
                    var answer = operation.getResponses().get("200");
                    if (example != null && answer != null) {
                        answer.getContent().computeIfPresent("application/json", (form, body) -> body.example(example));
                    }
                }));
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == type);
    }

    private static void describeAnswer(Operation operation, HandlerMethod handler) {
        var header = new Header()
                .description("The position that the answer reflects at least; that of asOf exactly")
                .schema(position());
        operation.getResponses().values().forEach(answer -> {
            answer.addHeaderObject(Freshness.HEADER, header);
            ExportConverter.formsOf(handler.getReturnType().getGenericParameterType())
                    .forEach(form -> answer.getContent().addMediaType(name(form), new MediaType().schema(table())));
        });
    }

    private static void describeProblems(Operation operation, HandlerMethod handler) {
        var own = handler.getMethodAnnotation(Refuses.class);
        Map<Integer, List<ProblemCode>> byStatus = Stream.concat(
                        OF_ALL.stream(), own == null ? Stream.empty() : Arrays.stream(own.value()))
                .collect(Collectors.groupingBy(code -> code.status().value(), TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, codes) -> {
            var names = codes.stream().map(ProblemCode::code).collect(Collectors.joining(", "));
            operation.getResponses().addApiResponse(status.toString(), problem(names));
        });
    }

    private static String name(MimeType form) {
        return form.getType() + "/" + form.getSubtype();
    }

    private static Schema<?> table() {
        return new StringSchema()
                .description("A row per item; without limit, of the whole list")
                .format("binary");
    }

    private static ApiResponse problem(String codes) {
        var schema = new Schema<>().types(Set.of("object")).description("RFC 9457, with code");
        return new ApiResponse()
                .description(codes)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(schema);
    }

    private static Schema<?> position() {
        return new IntegerSchema().format("int64").minimum(BigDecimal.ZERO);
    }

    private static Schema<?> limit() {
        var schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Limit.MAX));
        schema.setDefault(Limit.DEFAULT.value());
        return schema;
    }
}
