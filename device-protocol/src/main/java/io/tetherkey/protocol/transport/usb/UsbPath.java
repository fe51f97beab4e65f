package io.tetherkey.protocol.transport.usb;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The socket into which a device is plugged: the bus and the ports from the root hub on, such as {@code 1-2.4}. It stays
 * the same while a phone is plugged out and in again, or becomes an accessory, and differs for two phones of one model.
 */
public record UsbPath(String text) implements Comparable<UsbPath> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,2}-[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){0,6}");

    /** @throws IllegalArgumentException if the text spells no path */
    public UsbPath {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A USB path is a bus, a dash and ports, such as 1-2.4.");
        }
    }

    /** The path that the text spells, or empty if it spells none. */
    public static Optional<UsbPath> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new UsbPath(text)) : Optional.empty();
    }

    /** @param ports from the root hub on; none for a root hub, which has no path */
    static Optional<UsbPath> of(int bus, int... ports) {
        StringBuilder path = new StringBuilder().append(bus);
        for (int i = 0; i < ports.length; i++) {
            path.append(i == 0 ? '-' : '.').append(ports[i]);
        }
        return parse(path.toString());
    }

    @Override
    public int compareTo(UsbPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
