package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.SessionFixture.SESSION_ID;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.util.List;

/** A bank and a chip at the two ends of an enrolment, and the steps between them; every state goes through its store. */
final class EnrolmentFixture {
    static final String CODE = "482019375561";

    final Suite suite;
    final EnrolmentPurpose purpose;
    final TestAuthority authority;
    final Signer bankSigner;
    final BankEnrolment bank;
    final ChipEnrolment chip;
    final KeyPairBytes newKey;
    final Signer oldKey;
    final BankTrust trust;

    EnrolmentFixture(Suite suite, EnrolmentPurpose purpose) {
        this.suite = suite;
        this.purpose = purpose;
        authority = new TestAuthority("Harbour Root", suite);
        bankSigner = authority.issue("harbour", CertificatePurpose.BANK);
        bank = new BankEnrolment(new BankIdentity("harbour", bankSigner), RandomSource.secure());
        newKey = suite.generateKeyPair(RandomSource.secure());
        oldKey = authority.issue("old", CertificatePurpose.CHIP);
        chip = new ChipEnrolment(suite.signer(newKey.pkcs8(), List.of()), RandomSource.secure());
        trust = new BankTrust("harbour", suite.id(), authority.root());
    }

    BankEnrolmentStep offer() {
        return bank.open(new EnrolmentTerms(SESSION_ID, TestAuthority.NOW, EnrolmentOffer.MOST_TIME_TO_LIVE, purpose));
    }

    ChipEnrolmentStep ask(byte[] offer) throws ProtocolException {
        return ChipEnrolment.open(new EnrolmentInput(offer, "alice", TestAuthority.NOW), trust);
    }

    /** The user types the code, or confirms the renewal. */
    ChipEnrolmentStep agree(ChipEnrolmentState asked) throws ProtocolException {
        return chip.next(
                stored(asked),
                switch (purpose) {
                    case NEW -> new ChipEnrolmentEvent.CodeEntered(newKey.spki(), CODE.toCharArray());
                    case RENEWAL -> new ChipEnrolmentEvent.RenewalConfirmed(newKey.spki(), oldKey);
                });
    }

    BankEnrolmentStep issue(BankEnrolmentState presented) throws ProtocolException {
        return bank.next(presented, new BankEnrolmentEvent.Issued(List.of(certificate())));
    }

    byte[] certificate() {
        return authority.certify("slot-1", newKey.spki(), CertificatePurpose.CHIP);
    }

    /** The chip takes the certificate and, for a first one, the user chooses a payment key. */
    ChipEnrolmentStep keySet(ChipEnrolmentState awaiting, byte[] issued) throws ProtocolException {
        ChipEnrolmentStep taken = receive(awaiting, issued);
        return purpose == EnrolmentPurpose.RENEWAL
                ? taken
                : chip.next(stored(taken.state()), new ChipEnrolmentEvent.PaymentKeyChosen(SessionFixture.RIGHT_KEY));
    }

    ChipEnrolmentStep receive(ChipEnrolmentState state, byte[] message) throws ProtocolException {
        return chip.next(stored(state), new ChipEnrolmentEvent.Received(message, TestAuthority.NOW));
    }

    BankEnrolmentStep receive(BankEnrolmentState state, byte[] message) throws ProtocolException {
        return bank.next(stored(state), new BankEnrolmentEvent.Received(message));
    }

    BankEnrolmentStep enable(BankEnrolmentState presented) throws ProtocolException {
        return bank.next(presented, new BankEnrolmentEvent.Enabled(TestAuthority.NOW));
    }

    /** Every message of an enrolment with the state at either end that is to take it. */
    Run run() throws ProtocolException {
        BankEnrolmentStep offered = offer();
        ChipEnrolmentStep asked = ask(sent(offered));
        ChipEnrolmentStep requested = agree(asked.state());
        BankEnrolmentStep presented = receive(offered.state(), sent(requested));
        BankEnrolmentStep issued = issue(presented.state());
        ChipEnrolmentStep keySet = keySet(requested.state(), sent(issued));
        BankEnrolmentStep keyPresented = receive(issued.state(), sent(keySet));
        BankEnrolmentStep concluded = enable(keyPresented.state());
        ChipEnrolmentStep ended = receive(keySet.state(), sent(concluded));
        return new Run(offered, asked, requested, presented, issued, keySet, keyPresented, concluded, ended);
    }

    record Run(
            BankEnrolmentStep offered,
            ChipEnrolmentStep asked,
            ChipEnrolmentStep requested,
            BankEnrolmentStep presented,
            BankEnrolmentStep issued,
            ChipEnrolmentStep keySet,
            BankEnrolmentStep keyPresented,
            BankEnrolmentStep concluded,
            ChipEnrolmentStep ended) {}

    static byte[] sent(BankEnrolmentStep step) {
        return switch (step.effect()) {
            case BankEnrolmentEffect.Send(byte[] message) -> message;
            case BankEnrolmentEffect.Resend(byte[] message) -> message;
            default -> throw new AssertionError("the bank sent nothing: " + step.effect());
        };
    }

    static byte[] sent(ChipEnrolmentStep step) {
        return switch (step.effect()) {
            case ChipEnrolmentEffect.Send(byte[] message) -> message;
            case ChipEnrolmentEffect.Resend(byte[] message) -> message;
            case ChipEnrolmentEffect.Renew renew -> renew.message();
            default -> throw new AssertionError("the chip sent nothing: " + step.effect());
        };
    }

    private static BankEnrolmentState stored(BankEnrolmentState state) {
        try {
            return BankEnrolmentCodec.decode(BankEnrolmentCodec.encode(state));
        } catch (CborException e) {
            throw new AssertionError(e);
        }
    }

    private static ChipEnrolmentState stored(ChipEnrolmentState state) {
        try {
            return ChipEnrolmentCodec.decode(ChipEnrolmentCodec.encode(state));
        } catch (CborException e) {
            throw new AssertionError(e);
        }
    }
}
