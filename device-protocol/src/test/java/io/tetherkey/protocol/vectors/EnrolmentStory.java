package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.session.BankEnrolment;
import io.tetherkey.protocol.session.BankEnrolmentEffect;
import io.tetherkey.protocol.session.BankEnrolmentEvent;
import io.tetherkey.protocol.session.BankEnrolmentState;
import io.tetherkey.protocol.session.BankEnrolmentStep;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.BankTrust;
import io.tetherkey.protocol.session.ChipEnrolment;
import io.tetherkey.protocol.session.ChipEnrolmentEffect;
import io.tetherkey.protocol.session.ChipEnrolmentEvent;
import io.tetherkey.protocol.session.ChipEnrolmentStep;
import io.tetherkey.protocol.session.EnrolmentInput;
import io.tetherkey.protocol.session.EnrolmentTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One enrolment between the two real ends, with every message. */
final class EnrolmentStory {
    static final String CODE = "482019375561";

    final VectorHouse house;
    final EnrolmentPurpose purpose;
    final String title;
    final EnrolmentTerms terms;
    final BankEnrolmentState.Offered offered;
    final KeyPairBytes newKey;
    final byte[] certificate;
    /** By name, in order. */
    final Map<String, byte[]> messages = new LinkedHashMap<>();

    EnrolmentStory(VectorHouse house, EnrolmentPurpose purpose) throws ProtocolException {
        this.house = house;
        this.purpose = purpose;
        this.title = purpose.name().toLowerCase(Locale.ROOT);
        terms = new EnrolmentTerms(
                new VectorRandom(stream("session id")).bytes(16),
                VectorHouse.NOW,
                EnrolmentOffer.MOST_TIME_TO_LIVE,
                purpose);
        newKey = house.suite.generateKeyPair(new VectorRandom(stream("new key")));
        certificate = house.authority.certify("slot-2", newKey.spki(), CertificatePurpose.CHIP);
        var bank = new BankEnrolment(new BankIdentity(house.bankId, house.bank), new VectorRandom(stream("bank")));
        var chip = new ChipEnrolment(house.suite.signer(newKey.pkcs8(), List.of()), new VectorRandom(stream("chip")));
        BankEnrolmentStep atBank = bank.open(terms);
        offered = (BankEnrolmentState.Offered) atBank.state();
        byte[] offer = said("EnrolmentOffer", atBank);
        var trust = new BankTrust(house.bankId, house.suite.id(), house.authority.root());
        ChipEnrolmentStep inChip =
                ChipEnrolment.open(new EnrolmentInput(offer, SessionStory.USER_NAME, VectorHouse.NOW), trust);
        inChip = chip.next(inChip.state(), agreed());
        byte[] request = answered("EnrolmentRequest", inChip);
        atBank = bank.next(atBank.state(), new BankEnrolmentEvent.Received(request));
        atBank = bank.next(atBank.state(), new BankEnrolmentEvent.Issued(List.of(certificate)));
        byte[] issued = said("CertificateIssued", atBank);
        inChip = chip.next(inChip.state(), new ChipEnrolmentEvent.Received(issued, VectorHouse.NOW));
        if (purpose == EnrolmentPurpose.NEW) {
            inChip = chip.next(inChip.state(), new ChipEnrolmentEvent.PaymentKeyChosen(house.responseKey));
        }
        byte[] keySet = answered("PaymentKeySet", inChip);
        atBank = bank.next(atBank.state(), new BankEnrolmentEvent.Received(keySet));
        atBank = bank.next(atBank.state(), new BankEnrolmentEvent.Enabled(VectorHouse.NOW.plusSeconds(20)));
        byte[] result = said("EnrolmentResult", atBank);
        chip.next(inChip.state(), new ChipEnrolmentEvent.Received(result, VectorHouse.NOW));
    }

    String stream(String what) {
        return house.name + " enrolment " + title + " " + what;
    }

    private ChipEnrolmentEvent agreed() {
        return switch (purpose) {
            case NEW -> new ChipEnrolmentEvent.CodeEntered(newKey.spki(), CODE.toCharArray());
            case RENEWAL -> new ChipEnrolmentEvent.RenewalConfirmed(newKey.spki(), house.chip);
        };
    }

    private byte[] said(String name, BankEnrolmentStep step) {
        byte[] message = ((BankEnrolmentEffect.Send) step.effect()).message();
        messages.put(name, message);
        return message;
    }

    private byte[] answered(String name, ChipEnrolmentStep step) {
        byte[] message = step.effect() instanceof ChipEnrolmentEffect.Renew renew
                ? renew.message()
                : ((ChipEnrolmentEffect.Send) step.effect()).message();
        messages.put(name, message);
        return message;
    }
}
