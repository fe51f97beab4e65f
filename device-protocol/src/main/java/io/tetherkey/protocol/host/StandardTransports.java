package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.serial.SerialTransport;
import io.tetherkey.protocol.transport.tcp.TcpTransport;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import io.tetherkey.protocol.transport.usb.UsbPath;
import io.tetherkey.protocol.transport.usb.UsbPhones;
import java.time.Duration;

/** The cables that this build can open. */
public final class StandardTransports implements TransportOpener {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    private final UsbPhones usb;
    private final HostReach hosts;

    /** Phones on TCP must be nearby. */
    public StandardTransports() {
        this(HostReach.NEARBY);
    }

    /** @param hosts where phones on TCP may be */
    public StandardTransports(HostReach hosts) {
        this(hosts, SilentPhones.inMemory());
    }

    /** @param silent phones on USB that are left alone, as they did not answer before */
    public StandardTransports(HostReach hosts, SilentPhones silent) {
        this.hosts = hosts;
        this.usb = new UsbPhones(silent);
    }

    @Override
    public Transport open(PhoneAddress address) throws TransportException {
        return switch (address.kind()) {
            case TCP -> TcpTransport.connect(hosts.resolve(address.host()), address.port(), CONNECT_TIMEOUT);
            case SERIAL -> SerialTransport.open(address.location());
            case USB -> usb.open(new UsbPath(address.location()));
            case MEMORY ->
                throw new TransportException(
                        TransportFault.UNSUPPORTED, "This build has no transport for " + address + ".");
        };
    }

    @Override
    public void answered(PhoneAddress address) {
        if (address.kind() == PhoneAddress.Kind.USB) {
            usb.answered(new UsbPath(address.location()));
        }
    }

    @Override
    public void silent(PhoneAddress address) {
        if (address.kind() == PhoneAddress.Kind.USB) {
            usb.silent(new UsbPath(address.location()));
        }
    }

    @Override
    public void askAgain() {
        usb.askAgain();
    }
}
