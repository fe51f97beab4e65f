package io.tetherkey.bank.enrolment;

import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.CertificateAuthority.Revocation;
import io.tetherkey.bank.ca.CertificateAuthority.RevocationReason;
import io.tetherkey.bank.ca.CertificateProfile;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.seal.Hashes;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;

/** Issues the certificates of one bank's chips and takes them back. Any thread may call it. */
public final class ChipRegistrar {

    private static final int OPAQUE_NAME = 16;

    private final String bankId;
    private final CertificateAuthority issuing;
    private final Database database;
    private final Clock clock;

    public ChipRegistrar(String bankId, CertificateAuthority issuing, Database database, Clock clock) {
        this.bankId = bankId;
        this.issuing = issuing;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A certificate that waits for its payment key.
     *
     * @param fingerprint SHA-256 of the certificate, hex
     * @param derChain the certificate first, the root left out
     */
    public record Issued(String fingerprint, List<byte[]> derChain) {}

    /**
     * Issues a certificate for the key of a customer's chip.
     *
     * @param spki the public key as SubjectPublicKeyInfo, DER
     * @throws IllegalArgumentException if the key is not of this bank's algorithm
     */
    public Issued issue(String customerId, byte[] spki) {
        return database.inTransaction(stores -> issue(stores, customerId, spki, ""));
    }

    /**
     * The same in the caller's transaction.
     *
     * @param predecessor the fingerprint of the certificate that this one renews, empty for a new chip
     */
    public Issued issue(Stores stores, String customerId, byte[] spki, String predecessor) {
        var certificate = issuing.issue("CN=" + name(spki) + ",O=TetherKey DEMO", spki, CertificateProfile.CHIP);
        var chain = Credential.derChain(issuing.chain(certificate));
        var fingerprint = CertificateStore.fingerprint(Hashes.sha256(chain.getFirst()));
        var serial = certificate.getSerialNumber().toString(16);
        stores.certificates()
                .insertRenewal(fingerprint, bankId, customerId, serial, chain.getFirst(), predecessor, clock.instant());
        return new Issued(fingerprint, chain);
    }

    /** An opaque name, which says nothing of the customer (PROTOCOL, Certificates). */
    private static String name(byte[] spki) {
        return CertificateStore.fingerprint(Hashes.sha256(spki)).substring(0, OPAQUE_NAME);
    }

    /**
     * The user has set the payment key: the certificate can be used from now on.
     *
     * @param responseKey 32 bytes; the caller zeroes it
     * @throws IllegalStateException if the certificate does not wait for its payment key
     */
    public void activate(String fingerprint, byte[] responseKey) {
        boolean activated = database.inTransaction(
                stores -> stores.certificates().activate(fingerprint, responseKey, clock.instant()));
        if (!activated) {
            throw new IllegalStateException("The certificate does not wait for its payment key");
        }
    }

    /** Takes a certificate back for good; false if it was not in use. */
    public boolean revoke(String fingerprint) {
        return database.inTransaction(stores -> stores.certificates().revoke(fingerprint, clock.instant()));
    }

    /** The revocation list of this bank's chips: superseded, revoked and void certificates. */
    public X509CRL revocationList() {
        var withdrawn = database.read(stores -> stores.certificates().withdrawn(bankId));
        return issuing.revocationList(withdrawn.stream()
                .map(each -> new Revocation(new BigInteger(each.serial(), 16), each.statusAt(), reason(each.status())))
                .toList());
    }

    private static RevocationReason reason(CertificateStatus status) {
        return status == CertificateStatus.SUPERSEDED ? RevocationReason.SUPERSEDED : RevocationReason.WITHDRAWN;
    }
}
