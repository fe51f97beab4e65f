package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentPurpose;
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
}
