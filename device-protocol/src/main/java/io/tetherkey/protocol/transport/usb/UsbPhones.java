package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phones on this computer's USB, and the way to each. Safe for any thread. Opening waits inside libusb, so it runs on
 * a platform thread of its own.
 */
public final class UsbPhones {
    private static final Logger LOG = LoggerFactory.getLogger(UsbPhones.class);
    private static final String LINK_NAME = "TetherKey";
    private static final Duration SWITCH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final Set<DeviceFacts> noAccessories = ConcurrentHashMap.newKeySet();
    private final SilentPhones silent;
    private final AskedPhones asked;

    /** Asks every phone at least once in this program's life. */
    public UsbPhones() {
        this(SilentPhones.inMemory());
    }

    /** @param silent the phones that are not asked by themselves, because they did not answer before */
    public UsbPhones(SilentPhones silent) {
        this.silent = silent;
        this.asked = new AskedPhones(silent);
    }

    /**
     * Devices that may be phones; none where there is no USB. Asks the operating system and takes milliseconds; no device
     * is opened.
     */
    public List<UsbPhoneSeen> seen() {
        try {
            return devices().stream()
                    .flatMap(one -> one.road().stream()
                            .map(road -> new UsbPhoneSeen(one.path(), one.vendor(), one.product(), road)))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (UsbException e) {
            LOG.debug("USB devices cannot be listed", e);
            return List.of();
        }
    }

    /**
     * Why the phone at this path cannot be used, found out by opening it for a moment; nothing is sent to it but the
     * question for its names.
     */
    public Optional<TransportException> trouble(UsbPath path) {
        try (UsbConnection connection = UsbConnection.open(path)) {
            DeviceFacts device = find(path);
            boolean mustBeAsked =
                    device.road().filter(road -> road != UsbRoad.ACCESSORY).isPresent()
                            && !carriesLink(connection, device);
            return mustBeAsked && silent.contains(AskedPhones.identity(device, connection.serialNumber()))
                    ? Optional.of(leftAlone(path))
                    : Optional.empty();
        } catch (UsbException e) {
            return Optional.of(e.whenOpening(path));
        }
    }

    /**
     * Opens the phone at this path, first making it an accessory's phone if it has to be, which takes up to five seconds.
     *
     * @throws TransportException with a {@link UsbException} as its cause where libusb said no; with
     *     {@link TransportFault#UNSUPPORTED} if the device there is no phone that could carry the link
     */
    public Transport open(UsbPath path) throws TransportException {
        CompletableFuture<UsbTransport> opened = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().daemon().name("usb-open").start(() -> {
            try {
                opened.complete(openNow(path));
            } catch (UsbException e) {
                opened.completeExceptionally(e.whenOpening(path));
            } catch (TransportException | InterruptedException | RuntimeException | LinkageError e) {
                opened.completeExceptionally(e);
            }
        });
        try {
            return opened.get();
        } catch (InterruptedException e) {
            worker.interrupt();
            opened.thenAccept(UsbTransport::close);
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while opening the phone.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransportException known) {
                throw known;
            }
            throw new TransportException(TransportFault.FAILED, "The phone at usb:" + path + " cannot be opened.", e);
        }
    }

    private UsbTransport openNow(UsbPath path) throws UsbException, TransportException, InterruptedException {
        DeviceFacts device = find(path);
        noAccessories.removeIf(other -> other.path().equals(path) && !other.equals(device));
        if (!device.isAccessory()) {
            asked.replugged(path, Optional.of(device));
        }
        UsbRoad road = device.road().orElseThrow(() -> noPhone(path));
        return switch (road) {
            case ACCESSORY -> claimed(device.path(), device.accessoryInterface().orElseThrow());
            case VENDOR_BULK -> namedOrSwitched(device, device.bulkInterface().orElseThrow());
            case SWITCHABLE -> switched(device);
        };
    }

    private UsbTransport namedOrSwitched(DeviceFacts device, InterfaceFacts bulk)
            throws UsbException, TransportException, InterruptedException {
        UsbConnection connection = UsbConnection.open(device.path());
        boolean named = false;
        try {
            named = carriesLink(connection, device);
        } finally {
            if (!named) {
                connection.close();
            }
        }
        return named ? claimed(connection, bulk) : switched(device);
    }

    private static boolean carriesLink(UsbConnection connection, DeviceFacts device) throws UsbException {
        Optional<InterfaceFacts> bulk = device.bulkInterface();
        return bulk.isPresent() && connection.name(bulk.get()).startsWith(LINK_NAME);
    }

    private UsbTransport switched(DeviceFacts device) throws UsbException, TransportException, InterruptedException {
        if (noAccessories.contains(device)) {
            throw noPhone(device.path());
        }
        if (asked.isLeftAlone(device)) {
            throw leftAlone(device.path());
        }
        try (UsbConnection connection = UsbConnection.open(device.path())) {
            String identity = AskedPhones.identity(device, connection.serialNumber());
            if (!asked.mayAsk(device, identity)) {
                throw leftAlone(device.path());
            }
            asked.asking(device, identity);
            AccessorySwitch.start(connection);
        } catch (UsbException e) {
            if (e.kind() != UsbCause.STALLED) {
                throw e;
            }
            noAccessories.add(device);
            throw noPhone(device.path());
        }
        LOG.info("The phone at {} becomes an accessory's phone", device.path());
        return accessory(device);
    }

    /**
     * Waits for the phone to come back, and for the operating system to hand it to this user. A phone that stays what it
     * was, or comes back as that, must not be asked again and again either; one that was pulled has not refused.
     */
    private UsbTransport accessory(DeviceFacts before) throws UsbException, InterruptedException {
        long until = System.nanoTime() + SWITCH_TIMEOUT.toNanos();
        while (true) {
            boolean there = false;
            try {
                DeviceFacts now = find(before.path());
                there = true;
                return claimedAfter(before, now);
            } catch (UsbException e) {
                boolean maySucceed = e.kind() == UsbCause.GONE || e.kind() == UsbCause.ACCESS_DENIED;
                if (!maySucceed) {
                    throw e;
                }
                if (System.nanoTime() >= until) {
                    if (there && e.kind() == UsbCause.GONE) {
                        asked.silent(before.path());
                    }
                    throw e;
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** @throws UsbException of kind GONE as long as it is no accessory's phone, and REPLUGGED if it will not be */
    private UsbTransport claimedAfter(DeviceFacts before, DeviceFacts now) throws UsbException {
        if (!now.isAccessory() && now.address() != before.address()) {
            throw UsbException.ofPhone(UsbCause.REPLUGGED, "it came back as it was");
        }
        return claimed(
                now.path(),
                now.accessoryInterface()
                        .filter(_ -> now.isAccessory())
                        .orElseThrow(() -> UsbException.ofPhone(UsbCause.GONE, "it is no accessory's phone yet")));
    }

    private static UsbTransport claimed(UsbPath path, InterfaceFacts one) throws UsbException {
        return claimed(UsbConnection.open(path), one);
    }

    private static UsbTransport claimed(UsbConnection connection, InterfaceFacts one) throws UsbException {
        try {
            return UsbTransport.over(connection, one);
        } catch (UsbException e) {
            connection.close();
            throw e;
        }
    }

    private static DeviceFacts find(UsbPath path) throws UsbException {
        return devices().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> UsbException.ofPhone(UsbCause.GONE, "nothing is plugged in at " + path));
    }

    private static List<DeviceFacts> devices() throws UsbException {
        try (LibUsbContext session = new LibUsbContext()) {
            return session.devices();
        }
    }

    /** The phone at this path did not answer the first words over an opened connection. */
    public void silent(UsbPath path) {
        asked.silent(path);
    }

    /** The phone at this path answered the first words over an opened connection. */
    public void answered(UsbPath path) {
        asked.answered(path);
    }

    /** Phones that are left alone now are asked once more when they are opened next. */
    public void askAgain() {
        asked.askAgain();
    }

    private static TransportException leftAlone(UsbPath path) {
        return new TransportException(
                TransportFault.LEFT_ALONE,
                "The phone at usb:" + path + " did not answer when it was asked, and is not asked again by itself.");
    }

    private static TransportException noPhone(UsbPath path) {
        return new TransportException(
                TransportFault.UNSUPPORTED, "The device at usb:" + path + " is no phone that TetherKey can use.");
    }
}
