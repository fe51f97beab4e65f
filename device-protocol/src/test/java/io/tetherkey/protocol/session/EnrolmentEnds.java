package io.tetherkey.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.Suite;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Both ends of an enrolment. */
abstract class EnrolmentEnds {
    final EnrolmentFixture both = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.NEW);
    final EnrolmentFixture renewing = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.RENEWAL);

    static Stream<Arguments> suitesAndPurposes() {
        return Arrays.stream(Suite.values())
                .flatMap(suite -> Arrays.stream(EnrolmentPurpose.values()).map(p -> Arguments.of(suite, p)));
    }

    interface Step {
        void run() throws ProtocolException;
    }

    static void assertStatus(StatusCode status, Step step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
