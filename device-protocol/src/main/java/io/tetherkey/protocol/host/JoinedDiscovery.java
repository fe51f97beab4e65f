package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import java.util.List;
import java.util.Optional;

/** Several kinds of cable at once. */
record JoinedDiscovery(List<PhoneDiscovery> discoveries) implements PhoneDiscovery {
    JoinedDiscovery {
        discoveries = List.copyOf(discoveries);
    }

    @Override
    public List<FoundPhone> found() {
        return discoveries.stream().flatMap(one -> one.found().stream()).toList();
    }

    @Override
    public Optional<TransportException> trouble(FoundPhone phone) {
        return discoveries.stream().flatMap(one -> one.trouble(phone).stream()).findFirst();
    }

    @Override
    public void close() {
        discoveries.forEach(PhoneDiscovery::close);
    }
}
