package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a phone on TCP may be. */
public enum HostReach {
    /** On this computer, or on a link that no router carries further, as a USB tether may be: given by number. */
    NEARBY,
    /** Anywhere: the user trusts the network between. */
    ANY_HOST;

    /**
     * Looks the host up. Names are asked for in the network only with {@link #ANY_HOST}.
     *
     * @param host an address or a name, IPv6 without brackets
     * @throws TransportException with {@link TransportFault#NOT_NEARBY} if it lies outside, with
     *     {@link TransportFault#ABSENT} if there is no such host
     */
    InetAddress resolve(String host) throws TransportException {
        return switch (this) {
            case NEARBY -> nearby(host);
            case ANY_HOST -> anywhere(host);
        };
    }

    private static InetAddress nearby(String host) throws TransportException {
        if (host.equalsIgnoreCase("localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw new TransportException(TransportFault.NOT_NEARBY, host + " is a name in the network.", e);
        }
        if (address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return address;
        }
        throw new TransportException(
                TransportFault.NOT_NEARBY, host + " is neither on this computer nor on a link of its own.");
    }

    private static InetAddress anywhere(String host) throws TransportException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new TransportException(TransportFault.ABSENT, "There is no host " + host + ".", e);
        }
    }
}
