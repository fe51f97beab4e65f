package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A payment inside one process whose cable is pulled at each step")
class PulledMemoryCableIT extends PulledCableContractTest {
    private final MemoryPhonePort port = new MemoryPhonePort();

    @Override
    TransportListener listen(Path folder) {
        return port;
    }

    @Override
    Roads roads() {
        PhoneAddress here = new PhoneAddress(PhoneAddress.Kind.MEMORY, "phone");
        return Roads.only(() -> List.of(here), asked -> port.connect());
    }
}
