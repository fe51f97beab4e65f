package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.session.BankEnrolment;
import io.tetherkey.protocol.session.BankEnrolmentEffect;
import io.tetherkey.protocol.session.BankEnrolmentEvent;
import io.tetherkey.protocol.session.BankEnrolmentState;
import io.tetherkey.protocol.session.BankEnrolmentStep;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.EnrolmentTerms;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The enrolment side of a {@link TestBank}, over the real {@link BankEnrolment}, and the directory that lists it. */
public final class TestEnrolments {
    public static final String CODE = "482019375561";

    private final RandomSource random = RandomSource.secure();
    private final TestBank bank;
    private final BankEnrolment enrolment;
    private final TestAuthority directoryRoot = new TestAuthority("Directory Root");
    private final Signer directorySigner = directoryRoot.issue("directory", CertificatePurpose.DIRECTORY);
    private BankEnrolmentState state;

    /** Public keys whose certificates became active, in order. */
    public final List<byte[]> active = new ArrayList<>();

    /** Whether the bank says no in the end. */
    boolean refuses;

    public TestEnrolments(TestBank bank) {
        this.bank = bank;
        this.enrolment = new BankEnrolment(new BankIdentity(bank.bankId(), bank.signer()), random);
        this.state = opened(EnrolmentPurpose.NEW);
    }

    /** As at a phone's manufacture. */
    public void pin(FlashMedium medium) throws FlashException {
        FlashProvisioning phone = FlashProvisioning.open(medium, random, TestBank.CLOCK);
        phone.pinDirectoryRoot(directoryRoot.root());
        phone.trustComputer(TestBank.COMPUTER, "Alice’s PC");
    }

    public byte[] directory(long version) {
        return directory(version, bank.suite().id());
    }

    byte[] directory(long version, int suite) {
        var entry = new BankEntry(
                bank.bankId(),
                "Harbour Bank",
                "港湾银行",
                URI.create("https://localhost:1"),
                bank.authority().root(),
                bank.authority().root(),
                suite,
                "call",
                "#112233");
        var directory = new Directory(
                version,
                TestBank.NOW,
                TestBank.NOW.plus(Duration.ofHours(1)),
                true,
                List.of(entry),
                bank.authority().root());
        return SignedDirectory.sign(directory, directorySigner);
    }

    public byte[] offer(EnrolmentPurpose purpose) {
        state = opened(purpose);
        return ((BankEnrolmentState.Offered) state).offer();
    }

    private BankEnrolmentState opened(EnrolmentPurpose purpose) {
        return enrolment
                .open(new EnrolmentTerms(random.bytes(16), TestBank.NOW, EnrolmentOffer.MOST_TIME_TO_LIVE, purpose))
                .state();
    }

    public byte[] sessionId() {
        return state.sessionId();
    }

    LinkRequest.BeginEnrolment beginning(TestPhone phone, byte[] offer) throws FlashException {
        return beginning(phone, directory(7), offer);
    }

    LinkRequest.BeginEnrolment beginning(TestPhone phone, byte[] directory, byte[] offer) throws FlashException {
        if (!(phone.call(new LinkRequest.GetPhoneInfo()) instanceof LinkReply.PhoneInfo info)) {
            throw new AssertionError("no phone info");
        }
        try {
            var login = CredentialSeal.seal(info.credentialKey(), offer, "alice", new char[0], random);
            return new LinkRequest.BeginEnrolment(bank.bankId(), directory, offer, login);
        } catch (SealException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes a message of the chip and answers it. */
    public byte[] answer(byte[] message) throws ProtocolException {
        BankEnrolmentStep step = next(new BankEnrolmentEvent.Received(message));
        while (true) {
            state = step.state();
            switch (step.effect()) {
                case BankEnrolmentEffect.Send(byte[] reply) -> {
                    return reply;
                }
                case BankEnrolmentEffect.Resend(byte[] reply) -> {
                    return reply;
                }
                case BankEnrolmentEffect.VerifyActivation(String user, char[] code, byte[] key) -> {
                    require(user.equals("alice") && Arrays.equals(code, CODE.toCharArray()));
                    step = issued(key);
                }
                case BankEnrolmentEffect.VerifyRenewal(String user, List<byte[]> chain, byte[] key) -> {
                    require(user.equals("alice") && !chain.isEmpty());
                    step = issued(key);
                }
                case BankEnrolmentEffect.EnableSlot(byte[] key, byte[] responseKey) -> {
                    bank.enrolled(responseKey);
                    step = concluded(key);
                }
                case BankEnrolmentEffect.ActivateRenewal(byte[] key) -> step = concluded(key);
            }
        }
    }

    private BankEnrolmentStep issued(byte[] key) throws ProtocolException {
        byte[] certificate = bank.authority().certify("chip", key, CertificatePurpose.CHIP);
        return next(new BankEnrolmentEvent.Issued(List.of(certificate)));
    }

    private BankEnrolmentStep concluded(byte[] key) throws ProtocolException {
        if (refuses) {
            return next(new BankEnrolmentEvent.NotEnabled(TestBank.NOW));
        }
        active.add(key);
        return next(new BankEnrolmentEvent.Enabled(TestBank.NOW));
    }

    private BankEnrolmentStep next(BankEnrolmentEvent event) throws ProtocolException {
        return enrolment.next(state, event);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("the enrolment did not arrive as it was typed");
        }
    }
}
