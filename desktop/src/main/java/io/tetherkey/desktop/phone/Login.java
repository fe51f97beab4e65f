package io.tetherkey.desktop.phone;

import java.util.Arrays;

/**
 * User name and password from the login form to the seal, and no further. Erased as soon as the phone has taken them;
 * an erased login opens nothing.
 */
public final class Login {

    private final String userName;
    private final char[] password;

    /** Takes a copy of {@code password}; the caller erases its own. */
    public Login(String userName, char[] password) {
        this.userName = userName;
        this.password = password.clone();
    }

    /** A login that holds nothing, for calls that need none. */
    public static Login none() {
        return new Login("", new char[0]);
    }

    public String userName() {
        return userName;
    }

    /** A copy, which the caller erases after use. */
    public synchronized char[] password() {
        return password.clone();
    }

    /** Overwrites the password. */
    public synchronized void erase() {
        Arrays.fill(password, '\0');
    }

    @Override
    public String toString() {
        return "Login[hidden]";
    }
}
