package io.tetherkey.desktop.app;

import io.tetherkey.desktop.relay.PageOpener;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's browser, as the system knows it. */
public final class SystemBrowser implements PageOpener {

    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

    @Override
    public void open(URI page) {
        if (!started(page)) {
            LOG.warn("there is nothing here that opens pages");
        }
    }

    /** @return false if there is nothing here that opens addresses */
    public static boolean started(URI address) {
        try {
            new ProcessBuilder(commandLine(System.getProperty("os.name"), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.debug("no program opens addresses", e);
            return false;
        }
    }

    /** The program that opens an address, and its arguments. */
    public static List<String> commandLine(String system, URI address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address.toString());
    }
}
