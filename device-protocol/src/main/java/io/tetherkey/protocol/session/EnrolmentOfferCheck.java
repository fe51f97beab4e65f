package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import java.time.Instant;
import java.util.Comparator;

/** Decides whether an EnrolmentOffer may be answered; every no is the one answer NOT_AVAILABLE. */
final class EnrolmentOfferCheck {
    private EnrolmentOfferCheck() {}

    /** An EnrolmentOffer that holds. */
    record Good(EnrolmentOffer offer, byte[] bankSpki) {}

    static Good check(byte[] signed, BankTrust bank, Instant now) throws ProtocolException {
        try {
            var cose = CoseSign1.parse(signed);
            VerifiedCertificate signer =
                    Certificates.verify(cose.unverifiedChain(), bank.rootCertificate(), CertificatePurpose.BANK, now);
            if (!signer.commonName().equals(bank.bankId())
                    || !cose.isSignedBy(signer.spki(), CoseSign1.Use.ENROLMENT_OFFER)) {
                throw notAvailable("EnrolmentOffer is not signed by this bank");
            }
            var offer = EnrolmentOffer.decode(cose.payload());
            requireFit(offer, bank, now);
            Suite suite =
                    Suite.fromId(offer.suite()).orElseThrow(() -> notAvailable("EnrolmentOffer in an unknown suite"));
            if (cose.suite() != suite || offer.kemKey().length != suite.kemPublicKeyLength()) {
                throw notAvailable("EnrolmentOffer mixes suites");
            }
            return new Good(offer, signer.spki());
        } catch (SealException | CertificateException e) {
            throw new ProtocolException(StatusCode.NOT_AVAILABLE, "EnrolmentOffer does not hold", e);
        }
    }

    private static void requireFit(EnrolmentOffer offer, BankTrust bank, Instant now) throws ProtocolException {
        if (!offer.bankId().equals(bank.bankId())) {
            throw notAvailable("EnrolmentOffer of another bank");
        }
        int highest = offer.suites().stream()
                .filter(suite -> suite == bank.suite())
                .max(Comparator.naturalOrder())
                .orElse(0);
        if (offer.suite() != highest) {
            throw notAvailable("EnrolmentOffer is not in the bank's suite");
        }
        if (now.isBefore(offer.issuedAt().minus(OfferCheck.CLOCK_SKEW))
                || !now.isBefore(offer.expiresAt().plus(OfferCheck.CLOCK_SKEW))) {
            throw notAvailable("EnrolmentOffer is out of its time");
        }
    }

    private static ProtocolException notAvailable(String why) {
        return new ProtocolException(StatusCode.NOT_AVAILABLE, why);
    }
}
