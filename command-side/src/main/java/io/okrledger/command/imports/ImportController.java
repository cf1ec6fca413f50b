package io.okrledger.command.imports;

import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.lines.LineTypes;
import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.requests.Bodies;
import io.okrledger.command.support.requests.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the file whole before its first line is dealt with: many clients read no answer before they have sent everything,
 * and a server that reads nothing more until its answer is read would wait for them for ever.
 */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
    private static final String DRY_RUN = "dryRun";

    private final LedgerGateway gateway;
    private final LineTypes types;
    private final Bodies bodies;
    private final JsonMapper json;
    private final Clock clock;
    private final Configuration axon;

    ImportController(
            LedgerGateway gateway, LineTypes types, Bodies bodies, JsonMapper json, Clock clock, Configuration axon) {
        this.gateway = gateway;
        this.types = types;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
        this.axon = axon;
    }

    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE, produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Import what happened before",
            description =
                    "A JSON object to a line, each with its type, its ref, its date and the fields of the request."
                            + " A line that is refused changes nothing and stops none; the same file again changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A result for each line, progress, and a summary as the last line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void take(
            @RequestParam(name = DRY_RUN, required = false)
                    @Parameter(description = "true: tell what would happen and write nothing")
                    @Nullable String dryRun,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller importer)
            throws IOException {
        requireUnderstood(request.getParameterMap(), importer);
        try (var file = Received.from(request.getInputStream())) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            run(file, response, Boolean.parseBoolean(dryRun), importer);
        }
    }

    private void run(Received file, HttpServletResponse response, boolean dryRun, Caller importer) {
        try (var destination = dryRun ? new Rehearsal(gateway, importer, axon) : new Ledger(gateway, importer)) {
            var report = new Report(response.getOutputStream(), json, dryRun);
            new Import(bodies, types, destination, clock.instant(), dryRun).run(new LineSource(file.content()), report);
        } catch (IOException e) {
            LOG.info(
                    "An import ended before its file did, because nobody reads its answer any more: {}",
                    e.getMessage());
        }
    }

    /** Whoever mistypes dryRun must not write; and a condition that nothing heeds must not be taken for one that holds. */
    private static void requireUnderstood(Map<String, String[]> parameters, Caller importer) {
        var problems = new ArrayList<FieldProblem>();
        parameters.forEach((name, values) -> {
            if (!name.equals(DRY_RUN)) {
                problems.add(new FieldProblem(name, "unknown-parameter", "There is only " + DRY_RUN + "."));
            } else if (values.length > 1 || !List.of("true", "false").contains(values[0])) {
                problems.add(new FieldProblem(name, "malformed", "It takes true or false."));
            }
        });
        if (importer.expectedVersion() != null) {
            problems.add(new FieldProblem(
                    HttpHeaders.IF_MATCH, "not-applicable", "An import is about many things, each with its version."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
    }
}
