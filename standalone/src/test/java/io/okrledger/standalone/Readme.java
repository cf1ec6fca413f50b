package io.okrledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as something that can be checked. */
record Readme(String text) {

    private static final Pattern FENCE = Pattern.compile("```(sh|json)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BOX = Pattern.compile("\\[([A-Z]\\w+)]");

    /** @param language {@code sh} or {@code json} */
    record Block(String language, String content) {}

    static Readme read(String page) {
        try {
            return new Readme(Files.readString(root().resolve(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the project, wherever the tests were started. */
    static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("mvnw")) ? here : here.getParent();
    }

    List<Block> blocksOf(String heading) {
        return FENCE.matcher(section(heading))
                .results()
                .map(fence -> new Block(fence.group(1), fence.group(2)))
                .toList();
    }

    /** What the tables of a section show as code, except paths of the API. */
    List<String> codeInTablesOf(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> CODE.matcher(line).results())
                .map(code -> code.group(1))
                .filter(code -> !code.contains("/") && !code.startsWith("."))
                .toList();
    }

    /** The boxes of a drawing that have the name of a class. */
    List<String> classesIn(String heading) {
        return BOX.matcher(section(heading)).results().map(box -> box.group(1)).toList();
    }

    private String section(String heading) {
        var start = text.indexOf("## " + heading);
        var end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }
}
