package io.tetherkey.desktop.ui.login;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a bank takes as user name or password (PROTOCOL.md, "Commands", sealed credentials). */
public final class CredentialLimits {

    /** In bytes of UTF-8. */
    private static final int MOST_BYTES = 128;

    private CredentialLimits() {}

    /** Whether there is something, and not too much. */
    public static boolean fit(String text) {
        return !text.isEmpty() && text.getBytes(UTF_8).length <= MOST_BYTES;
    }
}
