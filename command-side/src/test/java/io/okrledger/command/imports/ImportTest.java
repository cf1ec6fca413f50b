package io.okrledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.command.support.lines.Line;
import io.okrledger.command.support.lines.LineType;
import io.okrledger.command.support.lines.LineTypes;
import io.okrledger.command.support.lines.Request;
import io.okrledger.command.support.requests.Bodies;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.log.LogUnavailableException;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How an import ends when it cannot reach the end of its file. */
class ImportTest {

    private static final Instant NOW = Instant.parse("2026-10-08T10:00:00Z");

    private final JsonMapper json = new JsonMapper();
    private final List<String> taken = new ArrayList<>();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    /** Takes the lines with these refs, until one is named "gone". */
    private final class Notes implements Destination {

        @Override
        public Taken take(Line line) {
            if (line.ref().equals("gone")) {
                throw new LogUnavailableException(true, new IOException("connection reset"));
            }
            taken.add(line.ref());
            return new Taken(line.ref(), (long) taken.size(), false);
        }

        @Override
        public Optional<String> made(String key) {
            return Optional.empty();
        }
    }

    private void run(String file, OutputStream answer) throws IOException {
        var factory = Validation.buildDefaultValidatorFactory();
        var bodies = new Bodies(json, factory.getValidator());
        var note = LineType.changing("note", NoFields.class, place -> new Request("notes", null, place));
        var types = new LineTypes(List.of(note), bodies, new Ids());
        var source = new LineSource(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        new Import(bodies, types, new Notes(), NOW, false).run(source, new Report(answer, json, false));
        factory.close();
    }

    private static String note(Object ref) {
        return "{\"type\": \"note\", \"ref\": \"" + ref + "\", \"effectiveAt\": \"2025-10-10T08:00:00Z\"}\n";
    }

    @Test
    void endsWithAnHonestLineWhenTheStoreIsOutOfReach() throws IOException {
        run(note("a") + note("b") + note("gone") + note("c"), answer);

        assertThat(taken).containsExactly("a", "b");
        var lines = answer.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(3);
        var last = json.readTree(lines[2]);
        assertThat(last.at("/complete").asBoolean()).isFalse();
        assertThat(last.at("/summary/line").asInt()).isEqualTo(2);
        assertThat(last.at("/problem/code").asString()).isEqualTo("store-unavailable");
        assertThat(last.at("/problem/detail").asString()).contains("at line 3").contains("not known");
    }

    @Test
    void endsBetweenTwoLinesWhenNobodyReadsItsAnswer() {
        var gone = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void flush() throws IOException {
                throw new IOException("broken pipe");
            }
        };
        var file = IntStream.range(0, 2_000).mapToObj(ImportTest::note).collect(Collectors.joining());

        assertThatThrownBy(() -> run(file, gone)).hasMessage("broken pipe");

        assertThat(taken).hasSizeLessThanOrEqualTo(1_000);
    }
}
