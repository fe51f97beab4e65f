package io.tetherkey.bank.ca;

import io.tetherkey.protocol.seal.Signer;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A private key with its certificate chain, the leaf first and the root last.
 *
 * @param key the key of the leaf
 * @param chain at least one certificate
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

    public Credential {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A credential needs a certificate");
        }
    }

    /** The certificate of the key. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The chain as DER, leaf first, without the root, as COSE {@code x5chain} carries it. */
    public List<byte[]> derChain() {
        return derChain(chain);
    }

    /** A chain as DER without its root. */
    public static List<byte[]> derChain(List<X509Certificate> chain) {
        var withoutRoot = chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
        return withoutRoot.stream().map(Credential::der).toList();
    }

    /** The last certificate of the chain, DER: the root that a peer pins. */
    public byte[] rootDer() {
        return der(chain.getLast());
    }

    /** A signer with this key. */
    public Signer signer(KeyAlgorithm algorithm) {
        var pkcs8 = key.getEncoded();
        try {
            return algorithm.suite().signer(pkcs8, derChain());
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A parsed certificate has an encoding", e);
        }
    }

    @Override
    public String toString() {
        return "Credential[" + leaf().getSubjectX500Principal() + "]";
    }
}
