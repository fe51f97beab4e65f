package io.tetherkey.desktop.app;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name by which the phone's owner knows this computer. */
final class ComputerName {

    private static final int MOST_CHARACTERS = 64;

    private ComputerName() {}

    static String ofThisHost() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            name = "PC";
        }
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "");
        return plain.isEmpty() ? "PC" : plain.substring(0, Math.min(MOST_CHARACTERS, plain.length()));
    }
}
