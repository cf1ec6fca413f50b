package io.okrledger.query.http.problems;

import java.util.List;

/** A request that cannot be answered, with the code, and a sentence that a person can act on. */
public final class Refusal extends RuntimeException {

    /**
     * One thing that is wrong with the request.
     *
     * @param pointer where: {@code /} and the name of the parameter
     */
    public record Fault(String pointer, String code, String detail) {}

    private final ProblemCode code;
    private final transient List<Fault> faults;

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refusal(ProblemCode code, String detail, List<Fault> faults) {
        // Without a stack trace: a refusal is an answer, not a failure of the program.
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Nothing has this id; {@code code} is one of the {@code UNKNOWN_} codes. */
    public static Refusal unknown(ProblemCode code, Object id) {
        return new Refusal(code, code.title() + ": " + id);
    }

    /** One parameter is wrong or missing. */
    public static Refusal parameter(ProblemCode code, String name, String detail) {
        return new Refusal(code, detail, List.of(new Fault("/" + name, code.code(), detail)));
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }
}
