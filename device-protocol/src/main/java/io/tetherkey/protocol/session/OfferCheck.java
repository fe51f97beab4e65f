package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Decides whether an Offer may be answered from a slot; every no is the one answer NOT_AVAILABLE. */
final class OfferCheck {
    /** How far the clocks of bank and phone may differ. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private OfferCheck() {}

    /** An Offer that holds. */
    record Good(Offer offer, Suite suite, List<Integer> ownSuites, byte[] bankSpki) {}

    static Good check(byte[] signed, SlotView slot, Instant now) throws ProtocolException {
        try {
            var cose = CoseSign1.parse(signed);
            VerifiedCertificate bank = Certificates.verify(
                    cose.unverifiedChain(), slot.bankRootCertificate(), CertificatePurpose.BANK, now);
            if (!bank.commonName().equals(slot.bankId()) || !cose.isSignedBy(bank.spki(), CoseSign1.Use.OFFER)) {
                throw notAvailable("Offer is not signed by this slot's bank");
            }
            var offer = readable(cose.payload());
            List<Integer> ownSuites = List.of(slot.suite());
            requireFit(offer, slot, ownSuites, now);
            Suite suite = Suite.fromId(offer.suite()).orElseThrow(() -> notAvailable("Offer in an unknown suite"));
            if (cose.suite() != suite || offer.kemKey().length != suite.kemPublicKeyLength()) {
                throw notAvailable("Offer mixes suites");
            }
            return new Good(offer, suite, ownSuites, bank.spki());
        } catch (SealException | CertificateException e) {
            throw new ProtocolException(StatusCode.NOT_AVAILABLE, "Offer does not hold", e);
        }
    }

    /** What the bank signed and this phone cannot read is no reason for an answer of its own. */
    private static Offer readable(byte[] payload) throws ProtocolException {
        try {
            return Offer.decode(payload);
        } catch (ProtocolException e) {
            throw new ProtocolException(StatusCode.NOT_AVAILABLE, "Offer cannot be read", e);
        }
    }

    private static void requireFit(Offer offer, SlotView slot, List<Integer> ownSuites, Instant now)
            throws ProtocolException {
        if (!offer.bankId().equals(slot.bankId())) {
            throw notAvailable("Offer of another bank");
        }
        int highest = offer.suites().stream()
                .filter(ownSuites::contains)
                .max(Comparator.naturalOrder())
                .orElse(0);
        if (offer.suite() != highest || offer.suite() < slot.suite()) {
            throw notAvailable("Offer does not keep the slot's least suite");
        }
        if (now.isBefore(offer.issuedAt().minus(CLOCK_SKEW))
                || !now.isBefore(offer.expiresAt().plus(CLOCK_SKEW))) {
            throw notAvailable("Offer is out of its time");
        }
    }

    private static ProtocolException notAvailable(String why) {
        return new ProtocolException(StatusCode.NOT_AVAILABLE, why);
    }
}
