package io.tetherkey.desktop.diagnosis;

import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device that may be a phone, and whether it can be used.
 *
 * @param address as the command line spells it
 * @param road {@code usb}, {@code serial} or {@code tcp}
 * @param identity what stays the same when it is plugged in again
 * @param name what the device calls itself, not to be trusted; may be empty
 * @param vendor USB id, empty for TCP and hand-made lines
 * @param fault why it cannot be used; empty if it can
 * @param cause more of the same for an expert, in English
 */
public record SeenDevice(
        String address,
        String road,
        String identity,
        String name,
        OptionalInt vendor,
        OptionalInt product,
        Optional<Fault> fault,
        Optional<String> cause) {

    /** Where {@link #udevRule()} belongs. */
    public static final String UDEV_FILE = UdevRule.FILE;

    /** The line for the system's udev rules that lets this user open the device; empty if something else is amiss. */
    public Optional<String> udevRule() {
        boolean forbidden = fault.equals(Optional.of(Fault.PHONE_FORBIDDEN));
        return forbidden && vendor.isPresent() && product.isPresent()
                ? Optional.of(UdevRule.of(road, vendor.getAsInt(), product.getAsInt()))
                : Optional.empty();
    }
}
