package io.tetherkey.protocol.seal;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.SealedCredentials;
import java.util.Arrays;

/**
 * User name and password on their way from the PC's login form to the chip, sealed to the phone's key of this link so
 * that whoever taps the cable reads noise (RFC 9180 single shot with the classic suite; info "TK1 credentials",
 * additional data = SHA-256 of the Offer).
 */
public final class CredentialSeal {
    private static final Hpke HPKE = Suite.CLASSIC.hpke();
    private static final byte[] LABEL = Octets.ascii("TK1 credentials");
    private static final int MOST = 128;
    private static final int PADDED = 512;

    private CredentialSeal() {}

    /** What the user typed on the PC; {@link #close()} zeroes the password. */
    public record Credentials(String userName, char[] password) implements AutoCloseable {
        @Override
        public void close() {
            Arrays.fill(password, '\0');
        }

        @Override
        public String toString() {
            return "Credentials[secret]";
        }
    }

    /** A fresh key pair for one link. */
    public static KemKeyPair generate(RandomSource random) {
        return HPKE.kem().generate(random);
    }

    /**
     * @param credentialKey of PhoneInfo, 32 bytes
     * @param userName at most 128 bytes of UTF-8
     * @param password at most 128 bytes of UTF-8; the caller zeroes it
     * @throws SealException if the phone's key is malformed
     */
    public static SealedCredentials seal(
            byte[] credentialKey, byte[] offer, String userName, char[] password, RandomSource random)
            throws SealException {
        byte[] secret = SecretText.utf8(password);
        byte[] contents = new CborMapWriter().put(1, userName).put(2, secret).encode();
        byte[] padded = Padding.pad(contents, PADDED);
        try {
            var sender = HPKE.sender(credentialKey, LABEL, random);
            return new SealedCredentials(sender.enc(), sender.context().seal(0, Hashes.sha256(offer), padded));
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(contents, (byte) 0);
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** @throws SealException if the credentials were not sealed to this key for this Offer */
    public static Credentials open(KemKeyPair own, byte[] offer, SealedCredentials sealed) throws SealException {
        byte[] contents = Padding.unpad(
                HPKE.recipient(own, sealed.enc(), LABEL).open(0, Hashes.sha256(offer), sealed.ciphertext()));
        try {
            var in = CborMapReader.of(contents);
            String userName = in.text(1, MOST);
            byte[] secret = in.bytes(2, 0, MOST);
            in.end();
            char[] password = SecretText.characters(secret);
            Arrays.fill(secret, (byte) 0);
            return new Credentials(userName, password);
        } catch (CborException e) {
            throw new SealException("credentials are malformed");
        } finally {
            Arrays.fill(contents, (byte) 0);
        }
    }
}
