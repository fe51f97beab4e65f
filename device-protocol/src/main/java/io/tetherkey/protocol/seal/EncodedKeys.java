package io.tetherkey.protocol.seal;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Bouncy Castle's key objects to PKCS #8 and SubjectPublicKeyInfo and back. */
final class EncodedKeys {
    private EncodedKeys() {}

    static KeyPairBytes encode(AsymmetricCipherKeyPair pair) {
        try {
            return new KeyPairBytes(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded(ASN1Encoding.DER),
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a fresh key cannot be encoded", e);
        }
    }

    /** @throws IllegalArgumentException if the bytes are not a private key of the kind; they are never in the message */
    static <K extends AsymmetricKeyParameter> K privateKey(byte[] pkcs8, Class<K> kind) {
        try {
            var key = PrivateKeyFactory.createKey(pkcs8);
            if (kind.isInstance(key)) {
                return kind.cast(key);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a PKCS #8 key");
        }
        throw new IllegalArgumentException("a key of another algorithm");
    }

    /** @throws SealException if the bytes are not a public key of the kind */
    static <K extends AsymmetricKeyParameter> K publicKey(byte[] spki, Class<K> kind) throws SealException {
        try {
            var key = PublicKeyFactory.createKey(spki);
            if (kind.isInstance(key)) {
                return kind.cast(key);
            }
        } catch (IOException | RuntimeException e) {
            throw new SealException("not a public key");
        }
        throw new SealException("a key of another algorithm");
    }
}
