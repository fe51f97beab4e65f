package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.Hashes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The check before every other: chain to this bank's root, dates, purpose, then the bank's own books. A renewal that
 * waits is taken too; {@link #activated} makes it the active one as soon as a message is known to be signed by it.
 */
final class CertificateDesk {

    private CertificateDesk() {}

    /**
     * The certificate as the bank knows it.
     *
     * @throws FaultException CERTIFICATE_REFUSED, CERTIFICATE_EXPIRED, CERTIFICATE_REVOKED or CERTIFICATE_VOID
     */
    static ChipCertificate check(Stores stores, Bank bank, List<byte[]> unverifiedChain, Instant now)
            throws FaultException {
        try {
            var verified = Certificates.verify(unverifiedChain, bank.rootCertificate(), CertificatePurpose.CHIP, now);
            var fingerprint = CertificateStore.fingerprint(Hashes.sha256(verified.der()));
            var known = stores.certificates()
                    .find(fingerprint)
                    .filter(each -> each.bankId().equals(bank.bankId()))
                    .orElseThrow(() -> new FaultException(Fault.CERTIFICATE_REFUSED));
            var refusal = isWaitingRenewal(known) ? Optional.<Fault>empty() : refusal(known.status());
            if (refusal.isPresent()) {
                throw new FaultException(refusal.get());
            }
            return known;
        } catch (CertificateException e) {
            throw new FaultException(fault(e.reason()), e);
        }
    }

    private static boolean isWaitingRenewal(ChipCertificate certificate) {
        return certificate.status() == CertificateStatus.PENDING
                && !certificate.predecessor().isEmpty();
    }

    /**
     * The chip has signed with this certificate's key: if it is a renewal that waited, it takes its predecessor's place
     * now. Empty if the certificate is in use, else why it is not.
     */
    static Optional<Fault> activated(Database database, ChipCertificate certificate, Instant now) {
        if (!isWaitingRenewal(certificate)) {
            return Optional.empty();
        }
        return database.inTransaction(stores -> activated(stores, certificate, now));
    }

    /** The same in the caller's transaction. */
    static Optional<Fault> activated(Stores stores, ChipCertificate certificate, Instant now) {
        if (!isWaitingRenewal(certificate) || stores.succession().renew(certificate.fingerprint(), now)) {
            return Optional.empty();
        }
        return stores.certificates().find(certificate.fingerprint()).flatMap(each -> refusal(each.status()));
    }

    /** Why a certificate of this status is not taken; empty for one in use. */
    static Optional<Fault> refusal(CertificateStatus status) {
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case PENDING -> Optional.of(Fault.CERTIFICATE_REFUSED);
            case SUPERSEDED -> Optional.of(Fault.CERTIFICATE_SUPERSEDED);
            case REVOKED -> Optional.of(Fault.CERTIFICATE_REVOKED);
            case VOID -> Optional.of(Fault.CERTIFICATE_VOID);
        };
    }

    private static Fault fault(CertificateException.Reason reason) {
        return switch (reason) {
            case EXPIRED -> Fault.CERTIFICATE_EXPIRED;
            case MALFORMED, FOREIGN, NOT_YET, PURPOSE -> Fault.CERTIFICATE_REFUSED;
        };
    }
}
