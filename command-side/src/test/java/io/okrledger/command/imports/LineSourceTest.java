package io.okrledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.command.support.problems.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSourceTest {

    private static LineSource lines(String file) {
        return new LineSource(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(String file) throws IOException {
        var lines = lines(file);
        var read = new ArrayList<String>();
        while (lines.next()) {
            read.add(lines.number() + ":" + new String(lines.line(), StandardCharsets.UTF_8).strip());
        }
        return read;
    }

    @Test
    void endsWithTheLastLineWhetherOrNotALineBreakFollows() throws IOException {
        assertThat(read("a\nb")).containsExactly("1:a", "2:b");
        assertThat(read("a\nb\n")).containsExactly("1:a", "2:b");
        assertThat(read("")).isEmpty();
    }

    @Test
    void skipsBlankLinesAndCountsThem() throws IOException {
        assertThat(read("\n \t\r\na\r\n\n\nb\n \n")).containsExactly("3:a", "6:b");
    }

    @Test
    void refusesOnlyTheLineThatIsTooLong() throws IOException {
        var lines = lines("x".repeat(LineSource.LONGEST + 1) + "\n" + "y".repeat(LineSource.LONGEST));
        assertThat(lines.next()).isTrue();
        assertThatThrownBy(lines::line).isInstanceOf(InvalidRequest.class);
        assertThat(lines.next()).isTrue();
        assertThat(lines.line()).hasSize(LineSource.LONGEST);
        assertThat(lines.number()).isEqualTo(2);
    }
}
