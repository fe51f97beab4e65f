package io.tetherkey.protocol.message;

/**
 * User name and password, sealed by the PC to the phone's credential key of this link (RFC 9180 single shot).
 *
 * @param enc the encapsulated key, 32 bytes
 * @param ciphertext at most 1,024 bytes
 */
public record SealedCredentials(byte[] enc, byte[] ciphertext) {
    public SealedCredentials {
        enc = enc.clone();
        ciphertext = ciphertext.clone();
    }

    @Override
    public byte[] enc() {
        return enc.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }
}
