package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.util.List;
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
    void cableThatThisBuildHasNotIsSaidToBeUnsupported() {
        PhoneAddress memory = PhoneAddress.parse("memory:alice").orElseThrow();
        TransportException thrown =
                catchThrowableOfType(TransportException.class, () -> new StandardTransports().open(memory));
        assertThat(thrown.fault()).isEqualTo(TransportFault.UNSUPPORTED);
    }
}
