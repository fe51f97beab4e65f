package io.tetherkey.protocol.seal;

import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A block cipher in Galois/Counter mode: nonces of 12 bytes, tags of 16 bytes behind the ciphertext (RFC 5116).
 *
 * @param id the identifier of the IANA registry "HPKE AEAD Identifiers"; private use for SM4
 * @param keyLength Nk in bytes
 */
record Aead(int id, int keyLength, Supplier<BlockCipher> cipher) {
    static final int NONCE = 12;
    static final int TAG = 16;
    static final Aead AES_128_GCM = new Aead(0x0001, 16, AESEngine::newInstance);
    static final Aead SM4_GCM = new Aead(0xFD02, 16, SM4Engine::new);
    static final Aead AES_256_GCM = new Aead(0x0002, 32, AESEngine::newInstance);

    byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext) {
        try {
            return process(true, key, nonce, aad, plaintext);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail", e);
        }
    }

    /** @throws SealException if the tag does not hold */
    byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext) throws SealException {
        if (ciphertext.length < TAG) {
            throw new SealException("sealed bytes are too short");
        }
        try {
            return process(false, key, nonce, aad, ciphertext);
        } catch (InvalidCipherTextException e) {
            throw new SealException("sealed bytes do not open");
        }
    }

    private byte[] process(boolean sealing, byte[] key, byte[] nonce, byte[] aad, byte[] input)
            throws InvalidCipherTextException {
        var gcm = GCMBlockCipher.newInstance(cipher.get());
        gcm.init(sealing, new AEADParameters(new KeyParameter(key), 8 * TAG, nonce, aad));
        byte[] output = new byte[gcm.getOutputSize(input.length)];
        int done = gcm.processBytes(input, 0, input.length, output, 0);
        gcm.doFinal(output, done);
        return output;
    }
}
