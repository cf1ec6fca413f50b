package io.okrledger.query.operations;

import io.okrledger.query.http.Answers;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/operations")
@Answers
class OperationsController {

    record Statuses(List<ProjectionStatus> items) {}

    private final Operations operations;

    OperationsController(Operations operations) {
        this.operations = operations;
    }

    @GetMapping("/log")
    @Operation(summary = "How the log is doing")
    LogStatus log() {
        return operations.log();
    }

    @GetMapping("/projections")
    @Operation(
            summary = "How each model is doing",
            description =
                    "Its version, how far it is behind the log in events and in seconds, what it could not handle,"
                            + " and the progress of a rebuild.")
    Statuses projections() {
        return new Statuses(operations.projections());
    }

    @GetMapping("/projections/{name}")
    @Operation(summary = "How one model is doing")
    @Refuses(ProblemCode.UNKNOWN_PROJECTION)
    ProjectionStatus projection(@PathVariable String name) {
        return operations.projection(name);
    }

    @PostMapping("/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Build a new version of a model beside the one that serves",
            description =
                    "The new version takes its place when it has caught up. Both are kept up to date until the new"
                            + " one is confirmed or rolled back.")
    @Refuses({ProblemCode.UNKNOWN_PROJECTION, ProblemCode.REBUILD_UNFINISHED})
    ProjectionStatus rebuild(@PathVariable String name) {
        return operations.take(Step.REBUILD, name);
    }

    @PostMapping("/projections/{name}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Stop a rebuild and throw away what was built")
    @Refuses({ProblemCode.UNKNOWN_PROJECTION, ProblemCode.NOT_REBUILDING})
    ProjectionStatus cancel(@PathVariable String name) {
        return operations.take(Step.CANCELLATION, name);
    }

    @PostMapping("/projections/{name}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Keep the rebuilt version and throw the former one away")
    @Refuses({ProblemCode.UNKNOWN_PROJECTION, ProblemCode.NOT_REBUILT})
    ProjectionStatus confirm(@PathVariable String name) {
        return operations.take(Step.CONFIRMATION, name);
    }

    @PostMapping("/projections/{name}/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Serve the former version again and throw the rebuilt one away")
    @Refuses({ProblemCode.UNKNOWN_PROJECTION, ProblemCode.NOT_REBUILT})
    ProjectionStatus rollBack(@PathVariable String name) {
        return operations.take(Step.ROLLBACK, name);
    }
}
