package io.okrledger.log.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "0.0.0.0, false",
        "a-name-that-only-others-have.invalid, false",
    })
    void isOpenToThoseWhoCanUseIt(String host, boolean thisMachineOnly) throws IOException {
        try (var opened = new Address(host, 0).open()) {
            assertThat(opened.getInetAddress().isLoopbackAddress()).isEqualTo(thisMachineOnly);
            assertThat(opened.getLocalPort()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void hasAPortThatThereIs(int port) {
        assertThatThrownBy(() -> new Address("localhost", port)).hasMessage("no port has the number " + port);
    }

    @Test
    void hasAHost() {
        assertThatThrownBy(() -> new Address(" ", 0)).hasMessage("a host without a name");
    }
}
