package io.tetherkey.protocol.transport.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemErrorTest {
    @ParameterizedTest
    @CsvSource({"2,GONE", "19,GONE", "5,GONE", "13,DENIED", "1,DENIED", "11,TAKEN", "16,TAKEN", "25,OTHER", "0,OTHER"})
    void errnoTellsAbsentFromForbiddenFromTaken(int number, SystemError meaning) {
        assertThat(SystemError.of(number, false)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"2,GONE", "1167,GONE", "5,TAKEN", "32,TAKEN", "87,OTHER"})
    void windowsCallsATakenPortAccessDenied(int number, SystemError meaning) {
        assertThat(SystemError.of(number, true)).isEqualTo(meaning);
    }
}
