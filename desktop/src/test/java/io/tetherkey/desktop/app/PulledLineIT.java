package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.transport.TransportListener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("A payment over a serial line whose cable is pulled at each step")
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
class PulledLineIT extends PulledCableContractTest {
    private Path link = Path.of("");

    @Override
    TransportListener listen(Path folder) throws Exception {
        link = folder.resolve("tetherkey-phone");
        return PtyPhonePort.listen(link);
    }

    @Override
    Roads roads() {
        return Roads.only(() -> List.of(new PhoneAddress(PhoneAddress.Kind.SERIAL, link.toString())));
    }
}
