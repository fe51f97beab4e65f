package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.usb.UsbPath;
import java.util.Optional;

/**
 * Where a phone may be found, spelled as on the command line: {@code tcp://127.0.0.1:7337},
 * {@code serial:/dev/ttyACM0}, {@code usb:1-2.4} or, inside one process, {@code memory:NAME}.
 *
 * @param location what follows the kind's prefix; for TCP {@code host:port}, for USB a {@link UsbPath}
 */
public record PhoneAddress(Kind kind, String location) {
    private static final int MOST_LOCATION = 255;
    private static final int MOST_PORT = 65_535;

    /** The kind of cable. */
    public enum Kind {
        TCP("tcp://"),
        SERIAL("serial:"),
        USB("usb:"),
        MEMORY("memory:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** @throws IllegalArgumentException if the location is empty, longer than 255 characters, no host and port, or no USB path */
    public PhoneAddress {
        if (location.isEmpty()
                || location.length() > MOST_LOCATION
                || location.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("A phone address has a location without spaces.");
        }
        if (kind == Kind.TCP && portOf(location) == 0) {
            throw new IllegalArgumentException("A TCP phone address has a host and a port from 1 to 65535.");
        }
        if (kind == Kind.USB && UsbPath.parse(location).isEmpty()) {
            throw new IllegalArgumentException("A USB phone address has a bus, a dash and ports.");
        }
    }

    /** A phone that listens on TCP. */
    public static PhoneAddress tcp(String host, int port) {
        return new PhoneAddress(Kind.TCP, host + ":" + port);
    }

    /** A phone that is plugged into this USB socket. */
    public static PhoneAddress usb(UsbPath path) {
        return new PhoneAddress(Kind.USB, path.text());
    }

    /** The address that the text spells, or empty if it spells none. */
    public static Optional<PhoneAddress> parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                try {
                    return Optional.of(new PhoneAddress(kind, text.substring(kind.prefix.length())));
                } catch (IllegalArgumentException _) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The host of a TCP address; an IPv6 address without its brackets. */
    String host() {
        String host = location.substring(0, location.lastIndexOf(':'));
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port of a TCP address. */
    int port() {
        return portOf(location);
    }

    private static int portOf(String location) {
        int colon = location.lastIndexOf(':');
        String digits = location.substring(colon + 1);
        if (colon < 1
                || digits.isEmpty()
                || digits.length() > 5
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return port <= MOST_PORT ? port : 0;
    }

    /** As {@link #parse(String)} reads it. */
    @Override
    public String toString() {
        return kind.prefix + location;
    }
}
