package io.okrledger.command.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.CallerArgument;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to the description of every operation that changes things what all of them share, its codes and its example. */
@Component
final class ApiDescription implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String EXAMPLES = "io/okrledger/command/examples.json";

    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            CallerArgument.ACTOR, "The person who asks, as the identity proxy in front knows them",
            CallerArgument.CLIENT, "The application that acts for the person",
            CallerArgument.IDEMPOTENCY_KEY, "Makes the request happen once, however often it is sent",
            HttpHeaders.IF_MATCH, "The version that the caller has seen, such as \"3\""));

    private static final Set<String> OF_ONE_CHANGE = Set.of(CallerArgument.IDEMPOTENCY_KEY, HttpHeaders.IF_MATCH);

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "invalid-request, or the code of what is wrong with the fields",
            "412", "version-conflict",
            "413", "body-too-large, commit-too-large",
            "415", "unsupported-media-type",
            "422", "idempotency-key-reused",
            "500", "internal-error",
            "503", "store-unavailable");

    private final JsonNode examples;

    ApiDescription() throws IOException {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        try (var file = new ClassPathResource(EXAMPLES).getInputStream()) {
            examples = Json31.mapper().readTree(file);
        }
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.getBeanType().getName().startsWith("io.okrledger.command")) {
            var answersWithAReceipt = !handler.isVoid();
            HEADERS.forEach((name, text) -> {
                if (answersWithAReceipt || !OF_ONE_CHANGE.contains(name)) {
                    operation.addParametersItem(header(name, text));
                }
            });
            if (answersWithAReceipt) {
                operation.getResponses().values().forEach(ApiDescription::describeReceipt);
            }
            PROBLEMS.forEach((status, codes) -> addProblem(operation, status, codes));
            var rules = handler.getMethodAnnotation(Refuses.class);
            for (var rule : rules == null ? new Rule[0] : rules.value()) {
                addProblem(operation, String.valueOf(rule.status().value()), rule.code());
            }
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var example = examples.path(method + " " + path);
                    if (!example.isMissingNode() && operation.getRequestBody() != null) {
                        operation.getRequestBody().getContent().values().forEach(body -> body.setExample(example));
                    }
                }));
    }

    private static void describeReceipt(ApiResponse answer) {
        answer.addHeaderObject(
                "ETag", new Header().description("The version of the aggregate").schema(new StringSchema()));
        answer.addHeaderObject(
                "OKR-Position",
                new Header()
                        .description("A model that has reached it shows the change")
                        .schema(new StringSchema()));
    }

    private static void addProblem(Operation operation, String status, String code) {
        var known = operation.getResponses().get(status);
        var schema = new Schema<>().types(Set.of("object")).description("RFC 9457, with code");
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(known == null ? code : known.getDescription() + ", " + code)
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(schema))));
    }

    private static HeaderParameter header(String name, String text) {
        var header = new HeaderParameter();
        header.name(name).description(text).required(false).schema(new StringSchema());
        return header;
    }
}
