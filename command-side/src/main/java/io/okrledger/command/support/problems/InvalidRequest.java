package io.okrledger.command.support.problems;

import java.util.List;

/** A request that cannot become a command; it names every field that is wrong, not only the first. */
public final class InvalidRequest extends RuntimeException {

    private final List<FieldProblem> problems;

    public InvalidRequest(List<FieldProblem> problems) {
        super("Invalid request", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public InvalidRequest(String pointer, String code, String detail) {
        this(List.of(new FieldProblem(pointer, code, detail)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
