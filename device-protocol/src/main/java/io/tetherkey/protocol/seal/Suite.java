package io.tetherkey.protocol.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** A fixed set of algorithms; each bank has one and each slot has a least one (PROTOCOL.md, "Suites"). */
public enum Suite {
    /** DHKEM(X25519), HKDF-SHA-256, AES-256-GCM; ECDSA P-256 with SHA-256; AES-256-CMAC. */
    CLASSIC(
            1,
            new Hpke(new DhKem(0x0020, new X25519Group(), Hkdf.SHA_256), 0x0001, Hkdf.SHA_256, Aead.AES_256_GCM),
            new EcdsaP256(),
            ChallengeMac.AES_256_CMAC,
            4_096,
            4_096,
            3_072),
    /**
     * DHKEM form on sm2p256v1, HKDF-SM3, SM4-GCM; SM2 with SM3; HMAC-SM3. No registry has numbers for its KEM, KDF and
     * AEAD; FD02 is told in PROTOCOL.md.
     */
    GM(
            2,
            new Hpke(new DhKem(0xFD02, new Sm2Group(), Hkdf.SM3), 0xFD02, Hkdf.SM3, Aead.SM4_GCM),
            new Sm2Signature(),
            Hkdf.SM3::mac,
            4_096,
            4_096,
            3_072),
    /** X-Wing, HKDF-SHA-256, AES-256-GCM; ML-DSA-65; HMAC-SHA3-256. */
    POST_QUANTUM(
            3,
            new Hpke(new XWingKem(), 0x0001, Hkdf.SHA_256, Aead.AES_256_GCM),
            new MlDsa65(),
            Hkdf.SHA3_256::mac,
            20_480,
            25_600,
            16_384);

    private final int id;
    private final Hpke hpke;
    private final SignatureScheme signature;
    private final ChallengeMac mac;
    private final int acceptLength;
    private final int enrolmentLength;
    private final int sealedLength;

    Suite(
            int id,
            Hpke hpke,
            SignatureScheme signature,
            ChallengeMac mac,
            int acceptLength,
            int enrolmentLength,
            int sealedLength) {
        this.id = id;
        this.hpke = hpke;
        this.signature = signature;
        this.mac = mac;
        this.acceptLength = acceptLength;
        this.enrolmentLength = enrolmentLength;
        this.sealedLength = sealedLength;
    }

    /** The suite's number in messages. */
    public int id() {
        return id;
    }

    /** The suite of a number, empty where this version knows none. */
    public static Optional<Suite> fromId(int id) {
        return Arrays.stream(values()).filter(s -> s.id == id).findFirst();
    }

    /** The suite whose signatures carry this COSE algorithm identifier. */
    static Optional<Suite> fromCoseAlgorithm(long algorithm) {
        return Arrays.stream(values())
                .filter(s -> s.signature.coseAlgorithm() == algorithm)
                .findFirst();
    }

    /** The suite whose certificates carry this signature algorithm. */
    static Optional<Suite> fromCertificateAlgorithm(ASN1ObjectIdentifier algorithm) {
        return Arrays.stream(values())
                .filter(s -> s.signature.certificateAlgorithm().equals(algorithm))
                .findFirst();
    }

    /** A fresh signature key pair. */
    public KeyPairBytes generateKeyPair(RandomSource random) {
        return signature.generate(random);
    }

    /** A fresh KEM key pair for one session. */
    public KemKeyPair generateKemKeyPair(RandomSource random) {
        return hpke.kem().generate(random);
    }

    /**
     * A signer over a private key in memory.
     *
     * @param certificateChain the key's certificate first, the root left out; may be empty
     */
    public Signer signer(byte[] pkcs8, List<byte[]> certificateChain) {
        return new MemorySigner(this, pkcs8.clone(), List.copyOf(certificateChain));
    }

    /** Signs the message in the COSE form of the suite's algorithm. */
    public byte[] sign(byte[] pkcs8, byte[] message) {
        return signature.sign(pkcs8, message);
    }

    /** False for a wrong signature, a key of another algorithm, and anything malformed. */
    public boolean verify(byte[] spki, byte[] message, byte[] signatureBytes) {
        return signature.verify(spki, message, signatureBytes);
    }

    /** Signs a TBSCertificate (RFC 5280 section 4.1.1.3) in the form that X.509 carries. */
    public byte[] signCertificate(byte[] pkcs8, byte[] toBeSigned) {
        return signature.signCertificate(pkcs8, toBeSigned);
    }

    /** The object identifier of the suite's signature algorithm in certificates; it takes no parameters. */
    public String certificateAlgorithm() {
        return signature.certificateAlgorithm().getId();
    }

    ASN1ObjectIdentifier certificateAlgorithmIdentifier() {
        return signature.certificateAlgorithm();
    }

    /** A signature in the COSE form put into the form that X.509 carries. */
    byte[] toCertificateForm(byte[] coseSignature) {
        return signature.toCertificateForm(coseSignature);
    }

    boolean verifyCertificate(byte[] issuerSpki, byte[] toBeSigned, byte[] signatureBytes) {
        return signature.verifyCertificate(issuerSpki, toBeSigned, signatureBytes);
    }

    /**
     * The challenge MAC.
     *
     * @param responseKey 32 bytes
     */
    public byte[] mac(byte[] responseKey, byte[] input) {
        return mac.tag(responseKey, input);
    }

    /** The hash of the running transcript, 32 bytes in every suite. */
    public byte[] transcriptHash(byte[]... parts) {
        return hpke.kdf().hash(parts);
    }

    int coseAlgorithm() {
        return signature.coseAlgorithm();
    }

    Hpke hpke() {
        return hpke;
    }

    /** Bytes of the KEM public key in an Offer. */
    public int kemPublicKeyLength() {
        return hpke.kem().publicKeyLength();
    }

    /** Bytes of the encapsulation in an Accept. */
    public int encapsulationLength() {
        return hpke.kem().encapsulationLength();
    }

    /** Least padded length of an Accept's contents, a multiple of 256. */
    int acceptLength() {
        return acceptLength;
    }

    /** Least padded length of an EnrolmentRequest's contents, a multiple of 256. */
    int enrolmentLength() {
        return enrolmentLength;
    }

    /** Padded length of every later message's contents, a multiple of 256. */
    int sealedLength() {
        return sealedLength;
    }

    private record MemorySigner(Suite suite, byte[] pkcs8, List<byte[]> certificateChain) implements Signer {
        @Override
        public byte[] sign(byte[] toBeSigned) {
            return suite.sign(pkcs8, toBeSigned);
        }

        @Override
        public String toString() {
            return "MemorySigner[" + suite + "]";
        }
    }
}
