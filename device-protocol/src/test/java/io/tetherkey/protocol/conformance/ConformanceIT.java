package io.tetherkey.protocol.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest.Plug;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import io.tetherkey.protocol.transport.tcp.TcpTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The virtual phone keeps every case, over memory and over TCP. */
@Timeout(600)
class ConformanceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock(TestAuthority.NOW);

    @Test
    void virtualPhoneKeepsEveryCaseInMemory() throws Exception {
        MemoryPhonePort port = new MemoryPhonePort();
        assertEveryCaseHolds(port, port::connect);
    }

    @Test
    void virtualPhoneKeepsEveryCaseOverTcp() throws Exception {
        TcpPhonePort port = TcpPhonePort.listen(0);
        assertEveryCaseHolds(port, () -> TcpTransport.connect("127.0.0.1", port.port(), Duration.ofSeconds(5)));
    }

    private void assertEveryCaseHolds(TransportListener port, Plug plug) throws Exception {
        ProvisionedFlash flash = ProvisionedFlash.create(clock);
        try (ScriptHand hand = new ScriptHand();
                PhoneServer server = new PhoneServer(port, flash.medium(), RandomSource.secure(), clock, hand);
                PhoneUnderTest phone = new PhoneUnderTest(plug, setting(flash))) {
            hand.join(server);
            server.start();
            List<ConformanceCase> cases = Selection.everything().of(ConformanceSuite.cases());
            List<CaseResult> results = new ConformanceRun(phone).run(cases, result -> {});
            assertThat(results)
                    .filteredOn(result -> !result.passed())
                    .extracting(ReportText::of)
                    .isEmpty();
        }
    }

    private PhoneUnderTest.Setting setting(ProvisionedFlash flash) {
        return new PhoneUnderTest.Setting(
                new ClockOperator(clock), flash.banks(), flash.papers(), clock, RandomSource.secure(), PATIENCE);
    }
}
