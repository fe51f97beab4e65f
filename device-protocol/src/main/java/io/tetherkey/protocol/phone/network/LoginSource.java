package io.tetherkey.protocol.phone.network;

import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.seal.SealException;
import java.io.IOException;

/** Where user name and password come from; asked only if a new session is opened. */
@FunctionalInterface
public interface LoginSource {

    /**
     * Asks for the login and seals it; the password is zeroed before this returns.
     *
     * @param linkKey the credential key of the present link
     * @param offer the Offer that the login is for
     * @throws IOException if nobody gives a login
     * @throws SealException if it is longer than the seal takes
     */
    SealedCredentials login(byte[] linkKey, byte[] offer) throws IOException, SealException;
}
