package io.okrledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, as something that can be checked. */
record Readme(String text) {

    private static final Pattern FENCE = Pattern.compile("```(sh|json)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

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
        var start = text.indexOf("## " + heading);
        var end = text.indexOf("\n## ", start + 1);
        return FENCE.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map(fence -> new Block(fence.group(1), fence.group(2)))
                .toList();
    }

    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }
}
