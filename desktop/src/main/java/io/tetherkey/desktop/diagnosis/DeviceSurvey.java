package io.tetherkey.desktop.diagnosis;

import io.tetherkey.desktop.phone.CableFaults;
import io.tetherkey.protocol.host.FoundPhone;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneDiscovery;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.host.UsbListing;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out what is plugged in over all roads and whether each can be used. Blocks while it opens devices. */
public final class DeviceSurvey {

    private final PhoneDiscovery discovery;
    private final UsbInventory inventory;
    private final Probe line;
    private final Probe usb;

    /** Whether TetherKey answers at an address that is not found by itself. */
    public interface Probe {
        Optional<TransportException> trouble(PhoneAddress address) throws InterruptedException;
    }

    /**
     * A survey with a question for each kind of cable.
     *
     * @param line asked of serial lines and TCP
     * @param usb asked of what is found on USB
     */
    public DeviceSurvey(PhoneDiscovery discovery, UsbInventory inventory, Probe line, Probe usb) {
        this.discovery = discovery;
        this.inventory = inventory;
        this.line = line;
        this.usb = usb;
    }

    /** A survey that opens each USB device for a moment, and asks {@code line} of serial lines and TCP. */
    public DeviceSurvey(PhoneDiscovery discovery, UsbInventory inventory, Probe line) {
        this(discovery, inventory, line, address -> openedBriefly(discovery, address));
    }

    private static Optional<TransportException> openedBriefly(PhoneDiscovery discovery, PhoneAddress address) {
        return discovery.found().stream()
                .filter(phone -> phone.address().equals(address))
                .findFirst()
                .flatMap(discovery::trouble);
    }

    /**
     * Looks once.
     *
     * @param given addresses that the user or the profile names
     */
    public List<SeenDevice> look(List<PhoneAddress> given) throws InterruptedException {
        List<UsbListing> onUsb = inventory.devices();
        List<SeenDevice> devices = new ArrayList<>();
        List<FoundPhone> found = discovery.found();
        for (FoundPhone phone : found) {
            devices.add(seen(phone, onUsb));
        }
        for (PhoneAddress address : given) {
            if (found.stream().noneMatch(phone -> phone.address().equals(address))) {
                Optional<TransportException> trouble = line.trouble(address);
                if (trouble.isEmpty() || CableFaults.of(trouble.get().fault()).isPresent()) {
                    devices.add(seen(address, trouble));
                }
            }
        }
        onUsb.stream()
                .filter(listing -> PhoneMakers.include(listing.vendor()))
                .filter(listing -> found.stream().noneMatch(phone -> isAt(phone, listing)))
                .map(DeviceSurvey::inAnotherMode)
                .forEach(devices::add);
        return devices;
    }

    private SeenDevice seen(FoundPhone phone, List<UsbListing> onUsb) throws InterruptedException {
        Optional<UsbListing> listing =
                onUsb.stream().filter(one -> isAt(phone, one)).findFirst();
        Probe probe = phone.reach() == FoundPhone.Reach.SERIAL ? line : usb;
        Optional<TransportException> trouble = probe.trouble(phone.address());
        return new SeenDevice(
                phone.address().toString(),
                road(phone.address()),
                listing.map(UsbListing::identity)
                        .orElseGet(() -> "%04x:%04x".formatted(phone.vendor(), phone.product())),
                listing.map(UsbListing::name).orElse(""),
                OptionalInt.of(phone.vendor()),
                OptionalInt.of(phone.product()),
                trouble.map(DeviceSurvey::fault),
                trouble.map(DeviceSurvey::cause));
    }

    private static SeenDevice seen(PhoneAddress address, Optional<TransportException> trouble) {
        return new SeenDevice(
                address.toString(),
                road(address),
                address.toString(),
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                trouble.map(DeviceSurvey::fault),
                trouble.map(DeviceSurvey::cause));
    }

    private static SeenDevice inAnotherMode(UsbListing listing) {
        return new SeenDevice(
                "usb:" + listing.path(),
                "usb",
                listing.identity(),
                listing.name(),
                OptionalInt.of(listing.vendor()),
                OptionalInt.of(listing.product()),
                Optional.of(Fault.PHONE_IN_OTHER_MODE),
                Optional.empty());
    }

    /** A serial port hangs on the USB device with the same ids. */
    private static boolean isAt(FoundPhone phone, UsbListing listing) {
        return phone.address().kind() == PhoneAddress.Kind.USB
                ? phone.address().location().equals(listing.path())
                : phone.vendor() == listing.vendor() && phone.product() == listing.product();
    }

    private static Fault fault(TransportException trouble) {
        return CableFaults.of(trouble.fault()).orElse(Fault.PHONE_FAILED);
    }

    private static String cause(TransportException trouble) {
        Throwable deeper = trouble.getCause();
        return trouble.fault() + ": " + trouble.getMessage() + (deeper == null ? "" : " (" + deeper + ")");
    }

    private static String road(PhoneAddress address) {
        return switch (address.kind()) {
            case USB -> "usb";
            case SERIAL -> "serial";
            case TCP -> "tcp";
            case MEMORY -> "memory";
        };
    }
}
