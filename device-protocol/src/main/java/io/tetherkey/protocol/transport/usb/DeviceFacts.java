package io.tetherkey.protocol.transport.usb;

import java.util.List;
import java.util.Optional;

/**
 * What the descriptors of one device say.
 *
 * @param address the number that the bus gave it when it was plugged in; another one after each plug
 */
record DeviceFacts(UsbPath path, int address, int vendor, int product, List<InterfaceFacts> interfaces) {
    private static final int GOOGLE = 0x18D1;
    private static final int FIRST_ACCESSORY = 0x2D00;
    private static final int LAST_ACCESSORY = 0x2D05;
    private static final int VENDOR_SPECIFIC = 0xFF;
    private static final int STILL_IMAGE = 6;

    DeviceFacts {
        interfaces = List.copyOf(interfaces);
    }

    /** How the device can be reached, if it may be a phone at all. */
    Optional<UsbRoad> road() {
        if (isAccessory()) {
            return accessoryInterface().map(_ -> UsbRoad.ACCESSORY);
        }
        if (bulkInterface().isPresent()) {
            return Optional.of(UsbRoad.VENDOR_BULK);
        }
        return interfaces.stream().anyMatch(DeviceFacts::sharesFiles)
                ? Optional.of(UsbRoad.SWITCHABLE)
                : Optional.empty();
    }

    boolean isAccessory() {
        return vendor == GOOGLE && product >= FIRST_ACCESSORY && product <= LAST_ACCESSORY;
    }

    /** The interface that carries the link if its name says so. */
    Optional<InterfaceFacts> bulkInterface() {
        return interfaces.stream()
                .filter(one -> one.is(VENDOR_SPECIFIC, 0x42, 1) && one.hasBulkPair(0))
                .findFirst();
    }

    /** The accessory's own interface is the first one; a debug bridge may follow. */
    Optional<InterfaceFacts> accessoryInterface() {
        return interfaces.stream()
                .filter(one -> one.is(VENDOR_SPECIFIC, VENDOR_SPECIFIC, 0) && one.hasBulkPair(0))
                .findFirst();
    }

    /** The form of MTP and PTP, which every Android phone offers. */
    private static boolean sharesFiles(InterfaceFacts one) {
        return (one.is(VENDOR_SPECIFIC, VENDOR_SPECIFIC, 0) || one.is(STILL_IMAGE, 1, 1)) && one.hasBulkPair(1);
    }
}
