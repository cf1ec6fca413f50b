package io.okrledger.query.support.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @CsvSource({
        "12, , key",
        "12, , a:b@c",
        "12, 2026-10-12T08:00:00Z, key",
        "12, 2026-10-12T08:00:00.123456789Z, 2026-10-12T08:00:00Z:key"
    })
    void isReadAsItWasWritten(long pin, Instant asOf, String key) {
        var cursor = new Cursor(pin, asOf, key);
        assertThat(Cursor.from(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "key", "12@yesterdayZ:key", "12@:key", ":key"})
    void isNothingElse(String text) {
        var encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.from(encoded));
    }
}
