package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PhoneMonitorTcpIT extends PhoneMonitorContractTest {
    private int tcpPort;

    @Override
    TransportListener listen() throws TransportException {
        TcpPhonePort listening = TcpPhonePort.listen(0);
        tcpPort = listening.port();
        return listening;
    }

    @Override
    PhoneAddress address() {
        return PhoneAddress.tcp("127.0.0.1", tcpPort);
    }

    @Override
    PhoneMonitor monitor(List<PhoneAddress> addresses) {
        return new PhoneMonitor(addresses);
    }

    @Test
    void addressThatNeverAnswersKeepsNoOtherWaiting() throws Exception {
        PhoneAddress silent = PhoneAddress.tcp("127.0.0.1", 1);
        CountDownLatch end = new CountDownLatch(1);
        StandardTransports cables = new StandardTransports();
        try (PhoneMonitor both = new PhoneMonitor(() -> List.of(silent, address()), at -> {
            if (at.equals(silent)) {
                awaitEnd(end);
            }
            return cables.open(at);
        })) {
            both.start(diary);

            assertThat(diary.next(Diary.Entry.Plugged.class, SOON).address()).isEqualTo(address());
            port.unplug();
            diary.next(Diary.Entry.Unplugged.class, SOON);
            port.plug();
            diary.next(Diary.Entry.Plugged.class, SOON);
        } finally {
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) throws TransportException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new TransportException(TransportFault.INTERRUPTED, "interrupted", e);
        }
    }

    @Test
    void cableThatThisBuildHasNotIsSaidToBeUnsupported() {
        PhoneAddress memory = PhoneAddress.parse("memory:alice").orElseThrow();
        TransportException thrown =
                catchThrowableOfType(TransportException.class, () -> new StandardTransports().open(memory));
        assertThat(thrown.fault()).isEqualTo(TransportFault.UNSUPPORTED);
    }
}
