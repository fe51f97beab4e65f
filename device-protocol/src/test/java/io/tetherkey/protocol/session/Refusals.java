package io.tetherkey.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;

/** That an end refuses what it is given, and with which code. */
final class Refusals {

    private Refusals() {}

    /** What an end is given. */
    @FunctionalInterface
    interface Step {
        void run() throws ProtocolException;
    }

    static void assertStatus(StatusCode status, Step step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
