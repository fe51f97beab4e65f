package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.FollowedLine;
import io.tetherkey.protocol.host.HostReach;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneDiscovery;
import io.tetherkey.protocol.host.SerialDiscovery;
import io.tetherkey.protocol.host.StandardTransports;
import io.tetherkey.protocol.host.TransportOpener;
import io.tetherkey.protocol.host.UsbDiscovery;
import io.tetherkey.protocol.transport.serial.SerialDevice;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a phone that the user has chosen, watched together. Nothing is looked for before the first question. All
 * methods may be called from any thread.
 */
public final class Roads implements AutoCloseable {

    private final Set<Road> chosen;
    private final Supplier<List<PhoneAddress>> given;
    private final SilentPhones silent;
    private final TransportOpener opener;
    private final Map<PhoneAddress, FollowedLine> followed = new HashMap<>();
    private @Nullable Watching watching;
    private volatile Runnable listener = () -> {};
    private boolean closed;

    private record Watching(PhoneDiscovery all, Optional<SerialDiscovery> serial) {}

    /**
     * @param given addresses that are tried before what is found; asked again and again
     * @param silent phones on USB that are left alone, as TetherKey did not answer on them before
     */
    public Roads(RoadChoice choice, Supplier<List<PhoneAddress>> given, SilentPhones silent) {
        this(choice.roads(), given, silent, new StandardTransports(choice.hosts(), silent));
    }

    private Roads(Set<Road> chosen, Supplier<List<PhoneAddress>> given, SilentPhones silent, TransportOpener opener) {
        this.chosen = chosen;
        this.given = given;
        this.silent = silent;
        this.opener = opener;
    }

    /** @param listener called from now on whenever something was plugged in or out, on the thread that saw it */
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    private void changed() {
        listener.run();
    }

    /** Only these addresses; nothing is looked for. */
    public static Roads only(Supplier<List<PhoneAddress>> given) {
        return new Roads(new RoadChoice(Set.of(), HostReach.NEARBY), given, SilentPhones.inMemory());
    }

    /** Only these addresses, over other cables than this build's own, such as one inside this process. */
    public static Roads only(Supplier<List<PhoneAddress>> given, TransportOpener opener) {
        return new Roads(Set.of(), given, SilentPhones.inMemory(), opener);
    }

    /** Opens what {@link #addresses()} names. */
    public TransportOpener opener() {
        return opener;
    }

    /** Where a phone may be now, in the order in which it is tried. */
    public synchronized List<PhoneAddress> addresses() {
        List<PhoneAddress> all = new ArrayList<>();
        for (PhoneAddress address : given()) {
            all.add(address.kind() == PhoneAddress.Kind.SERIAL ? followed(address) : address);
        }
        discovery().addresses().stream()
                .filter(address -> !all.contains(address))
                .forEach(all::add);
        return all;
    }

    /** What the profile or the user names. */
    public List<PhoneAddress> given() {
        return given.get();
    }

    /** What is found over the chosen roads. */
    public synchronized PhoneDiscovery discovery() {
        return watching().all();
    }

    /** Whether both addresses lead to the same USB socket, as far as that is known. */
    public boolean sameDevice(PhoneAddress one, PhoneAddress other) {
        return socket(one)
                .filter(place -> socket(other).filter(place::equals).isPresent())
                .isPresent();
    }

    private synchronized Optional<String> socket(PhoneAddress address) {
        return switch (address.kind()) {
            case USB -> Optional.of(address.location());
            case SERIAL ->
                watching()
                        .serial()
                        .flatMap(serial -> serial.portsOnUsb().stream()
                                .filter(port -> port.path().equals(address.location()))
                                .map(SerialDevice::location)
                                .findFirst());
            case TCP, MEMORY -> Optional.empty();
        };
    }

    private PhoneAddress followed(PhoneAddress address) {
        return watching()
                .serial()
                .map(serial ->
                        followed.computeIfAbsent(address, FollowedLine::new).address(serial.portsOnUsb()))
                .orElse(address);
    }

    private Watching watching() {
        Watching now = watching;
        if (now == null || closed) {
            now = closed ? nothing() : start();
            watching = now;
        }
        return now;
    }

    private static Watching nothing() {
        return new Watching(PhoneDiscovery.joined(List.of()), Optional.empty());
    }

    private Watching start() {
        List<PhoneDiscovery> all = new ArrayList<>();
        if (chosen.contains(Road.USB)) {
            all.add(UsbDiscovery.start(silent, this::changed));
        }
        boolean lineGiven = given().stream().anyMatch(address -> address.kind() == PhoneAddress.Kind.SERIAL);
        Optional<SerialDiscovery> serial = chosen.contains(Road.SERIAL) || lineGiven
                ? Optional.of(SerialDiscovery.start(this::changed))
                : Optional.empty();
        serial.filter(_ -> chosen.contains(Road.SERIAL)).ifPresent(all::add);
        return new Watching(PhoneDiscovery.joined(all), serial);
    }

    /** Stops looking; nothing is found from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        if (watching != null) {
            watching.all().close();
            watching.serial().ifPresent(SerialDiscovery::close);
        }
    }
}
