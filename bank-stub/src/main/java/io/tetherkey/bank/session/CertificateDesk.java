package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.Hashes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The check before every other: chain to this bank's root, dates, purpose, then the bank's own books. */
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
            var refusal = refusal(known.status());
            if (refusal.isPresent()) {
                throw new FaultException(refusal.get());
            }
            return known;
        } catch (CertificateException e) {
            throw new FaultException(fault(e.reason()), e);
        }
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
