package io.okrledger.command.support.problems;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer the JSON pointer into the body, or the name of the header or parameter
 * @param code stable, in kebab-case
 * @param detail a sentence that a person can act on
 */
public record FieldProblem(String pointer, String code, String detail) {

    /**
     * Reads a broken constraint of a body.
     *
     * @param path {@code metric.baseline}, {@code keyResults[0].target} or {@code keyResults[0].<list element>}
     * @param message {@code code: Sentence.}
     */
    public static FieldProblem of(String path, String message) {
        var names = path.replace(".<list element>", "").replaceAll("\\[(\\d+)]", ".$1");
        var pointer = "/" + names.replace('.', '/');
        var colon = message.indexOf(": ");
        return new FieldProblem(pointer, message.substring(0, colon), message.substring(colon + 2));
    }

    public static FieldProblem required(String pointer) {
        return new FieldProblem(pointer, "required", "A value is required here.");
    }
}
