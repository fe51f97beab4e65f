package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.serial.SerialDevice;
import java.util.List;
import java.util.Optional;

/**
 * A serial line that was named by hand. If it is a USB port and comes back under another path, it is the same line
 * still. Used by one thread.
 */
public final class FollowedLine {
    private final PhoneAddress given;
    private Optional<String> identity = Optional.empty();

    /** @param given a serial address */
    public FollowedLine(PhoneAddress given) {
        this.given = given;
    }

    /** Where the line is now. */
    public PhoneAddress address(List<SerialDevice> ports) {
        Optional<SerialDevice> there = ports.stream()
                .filter(port -> port.path().equals(given.location()))
                .findFirst();
        if (there.isPresent()) {
            if (identity.isEmpty()) {
                identity = there.map(SerialDevice::identity);
            }
            if (there.map(SerialDevice::identity).equals(identity)) {
                return given;
            }
        }
        return ports.stream()
                .filter(port -> identity.equals(Optional.of(port.identity())))
                .findFirst()
                .map(port -> new PhoneAddress(PhoneAddress.Kind.SERIAL, port.path()))
                .orElse(given);
    }
}
