package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.transport.TransportFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestingAddressesTest {
    private static final PhoneAddress PHONE = PhoneAddress.tcp("127.0.0.1", 7_337);

    private long now = Long.MAX_VALUE - 1_000;
    private final RestingAddresses resting = new RestingAddresses(() -> now);

    /** How long the address rests now. */
    private long pause() {
        long begin = now;
        while (resting.isResting(PHONE)) {
            now++;
        }
        return now - begin;
    }

    @Test
    void pauseGrowsToSixteenSecondsAndBeginsAnewAfterAPlug() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            resting.failed(PHONE, TransportFault.NO_ANSWER);
            pauses.add(pause());
        }
        assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 16_000L, 16_000L);

        resting.keepOnly(List.of());
        resting.failed(PHONE, TransportFault.NO_ANSWER);
        assertThat(pause()).isEqualTo(500);
        resting.answered(PHONE);
        resting.failed(PHONE, TransportFault.NO_ANSWER);
        assertThat(pause()).isEqualTo(500);
    }

    @Test
    void whatIsLeftAloneRestsUntilSomebodyWishesOtherwise() {
        resting.failed(PHONE, TransportFault.LEFT_ALONE);
        assertThat(resting.isResting(PHONE)).isTrue();
        resting.end();
        assertThat(resting.isResting(PHONE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = TransportFault.class,
            names = {"NO_PERMISSION", "IN_USE", "ABSENT", "UNPLUGGED"})
    void whatThisComputerHoldsBackOrNothingAtAllIsTriedAgainAtOnce(TransportFault why) {
        resting.failed(PHONE, why);
        assertThat(pause()).isZero();
    }
}
