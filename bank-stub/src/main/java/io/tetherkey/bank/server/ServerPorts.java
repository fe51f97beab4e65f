package io.tetherkey.bank.server;

/**
 * The two loopback ports of the bank process; 0 lets the system choose.
 *
 * @param https bank API and shop, TLS 1.3 only
 * @param shop the demo shop as plain HTTP, for browsers, which do not know the demo authority
 */
public record ServerPorts(int https, int shop) {

    /** Both ports chosen by the system. */
    public static final ServerPorts ANY = new ServerPorts(0, 0);

    public ServerPorts {
        if (https < 0 || https > 65_535 || shop < 0 || shop > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535");
        }
    }

    /** {@code https} and the port after it, or two chosen by the system for 0. */
    public static ServerPorts from(int https) {
        return https == 0 ? ANY : new ServerPorts(https, https + 1);
    }
}
