package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.DeviceNodes;
import io.tetherkey.protocol.transport.PlugRhythm;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.serial.SerialDevice;
import io.tetherkey.protocol.transport.serial.SerialPorts;
import io.tetherkey.protocol.transport.serial.SerialTransport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Phones that are serial ports on USB and whose maker or product is named TetherKey. One daemon thread lists the ports
 * when their device files change, and once a second where nobody tells of that. A phone that is plugged in again is
 * found whatever path it got this time.
 */
public final class SerialDiscovery implements PhoneDiscovery {
    private static final Logger LOG = LoggerFactory.getLogger(SerialDiscovery.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration WHEN_TOLD = Duration.ofSeconds(60);
    private static final String NAME = "tetherkey";

    private final Listing listing;
    private final Runnable changed;
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile PlugRhythm rhythm = new PlugRhythm(LOOK_EVERY);
    private volatile List<SerialDevice> seen = List.of();
    private volatile @Nullable TransportException unavailable;

    /** How the ports are listed; another one in tests. */
    interface Listing {
        List<SerialDevice> list() throws TransportException;
    }

    SerialDiscovery(Listing listing) {
        this(listing, () -> {});
    }

    SerialDiscovery(Listing listing, Runnable changed) {
        this.listing = listing;
        this.changed = changed;
    }

    /**
     * Begins to look; what is plugged in now is known when this returns, unless listing it takes over two seconds.
     *
     * @param changed called on the looking thread whenever other ports are there than before
     */
    public static SerialDiscovery start(Runnable changed) {
        return start(SerialPorts::list, changed);
    }

    static SerialDiscovery start(Listing listing, Runnable changed) {
        SerialDiscovery discovery = new SerialDiscovery(listing, changed);
        Thread.ofPlatform().daemon().name("serial-watch").start(discovery::run);
        discovery.awaitFirstLook();
        return discovery;
    }

    /** The kernel may let whoever asks for a port's names wait while it sets the device up: not on the caller's thread. */
    private void awaitFirstLook() {
        try {
            if (!looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Serial ports are slow to be listed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean mayBringMore = look();
        looked.countDown();
        if (mayBringMore) {
            watch();
        }
    }

    @Override
    public List<FoundPhone> found() {
        return seen.stream()
                .filter(SerialDiscovery::mayBeAPhone)
                .map(SerialDiscovery::found)
                .toList();
    }

    /** All serial ports on USB, phones or not. */
    public List<SerialDevice> portsOnUsb() {
        return seen.stream().filter(SerialDevice::onUsb).toList();
    }

    /** Why no port can be listed at all; empty if they can. */
    public Optional<TransportException> unavailable() {
        return Optional.ofNullable(unavailable);
    }

    @Override
    public Optional<TransportException> trouble(FoundPhone phone) {
        if (phone.reach() != FoundPhone.Reach.SERIAL) {
            return Optional.empty();
        }
        try (Transport line = SerialTransport.open(phone.address().location())) {
            LOG.debug("{} can be opened: {}", phone.address(), line);
            return Optional.empty();
        } catch (TransportException e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        rhythm.changed();
    }

    private void watch() {
        PlugRhythm told = new PlugRhythm(WHEN_TOLD);
        Optional<DeviceNodes> nodes = DeviceNodes.ofSerialPorts(told::changed);
        if (nodes.isPresent()) {
            rhythm = told;
        }
        try {
            while (!closed) {
                look();
                rhythm.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            nodes.ifPresent(DeviceNodes::close);
        }
    }

    /** @return whether looking again may bring more */
    boolean look() {
        try {
            List<SerialDevice> now = listing.list();
            if (!now.equals(seen)) {
                seen = now;
                changed.run();
            }
            return true;
        } catch (TransportException e) {
            unavailable = e;
            LOG.info("Serial ports are not watched: {}", e.getMessage());
            return e.fault() != TransportFault.NO_LIBRARY;
        }
    }

    private static boolean mayBeAPhone(SerialDevice device) {
        return device.onUsb()
                && (device.product() + " " + device.manufacturer())
                        .toLowerCase(Locale.ROOT)
                        .contains(NAME);
    }

    private static FoundPhone found(SerialDevice device) {
        return new FoundPhone(
                new PhoneAddress(PhoneAddress.Kind.SERIAL, device.path()),
                FoundPhone.Reach.SERIAL,
                device.vendorId(),
                device.productId());
    }
}
