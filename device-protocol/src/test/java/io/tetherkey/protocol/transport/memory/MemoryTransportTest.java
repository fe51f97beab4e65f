package io.tetherkey.protocol.transport.memory;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportContractTest;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;

class MemoryTransportTest extends TransportContractTest {
    private MemoryPhonePort port = new MemoryPhonePort();

    @Override
    protected TransportListener listen() {
        port = new MemoryPhonePort();
        return port;
    }

    @Override
    protected Transport connect() throws TransportException {
        return port.connect();
    }
}
