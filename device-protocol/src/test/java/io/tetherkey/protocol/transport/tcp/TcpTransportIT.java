package io.tetherkey.protocol.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportContractTest;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TcpTransportIT extends TransportContractTest {
    private int port;

    @Override
    protected TransportListener listen() throws TransportException {
        TcpPhonePort listening = TcpPhonePort.listen(0);
        port = listening.port();
        return listening;
    }

    @Override
    protected Transport connect() throws TransportException {
        return TcpTransport.connect(InetAddress.getLoopbackAddress(), port, Duration.ofSeconds(5));
    }

    @RepeatedTest(200)
    void connectingSaysAbsentOnceThePortIsClosed() throws Exception {
        TcpPhonePort gone = TcpPhonePort.listen(0);
        int closed = gone.port();
        gone.close();

        TransportException thrown = catchThrowableOfType(
                TransportException.class,
                () -> TcpTransport.connect(InetAddress.getLoopbackAddress(), closed, Duration.ofMillis(500)));
        assertThat(thrown.fault()).isEqualTo(TransportFault.ABSENT);
    }

    @Test
    void listeningSaysInUseWhereThePortIsTaken() {
        TransportException thrown = catchThrowableOfType(TransportException.class, () -> TcpPhonePort.listen(port));
        assertThat(thrown.fault()).isEqualTo(TransportFault.IN_USE);
    }
}
