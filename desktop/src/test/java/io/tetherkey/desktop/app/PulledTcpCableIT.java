package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A payment over TCP whose cable is pulled at each step")
class PulledTcpCableIT extends PulledCableContractTest {
    private int port;

    @Override
    TransportListener listen(Path folder) throws Exception {
        TcpPhonePort listening = TcpPhonePort.listen(0);
        port = listening.port();
        return listening;
    }

    @Override
    Roads roads() {
        return Roads.only(() -> List.of(PhoneAddress.tcp("127.0.0.1", port)));
    }
}
