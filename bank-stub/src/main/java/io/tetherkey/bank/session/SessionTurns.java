package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.payment.PaymentDesk;
import io.tetherkey.bank.store.AttemptCounter.Judgement;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.AuthorizationProof;
import io.tetherkey.protocol.session.BankEffect;
import io.tetherkey.protocol.session.BankEvent;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStateCodec;
import io.tetherkey.protocol.session.ResponseProof;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The three decisions of a session: who it is, whether the payment key is right, and the payment itself. Each is one
 * transaction that claims the session, decides, stores the answer and logs the evidence; the answer leaves after it.
 */
public final class SessionTurns {

    private static final int CHALLENGE = 32;

    private final Database database;
    private final PasswordDesk passwords;
    private final PaymentDesk payments;
    private final RandomSource random;
    private final Supplier<String> ownAddress;

    /** @param ownAddress the API's address as the directory gives it, to which a login's origin is held */
    public SessionTurns(
            Database database,
            PasswordHasher hasher,
            PaymentDesk payments,
            RandomSource random,
            Supplier<String> ownAddress) {
        this.ownAddress = ownAddress;
        this.database = database;
        this.passwords = new PasswordDesk(database, hasher);
        this.payments = payments;
        this.random = random;
    }

    /** First the certificate, then the password, then the challenge. */
    Outcome accept(Turn turn, List<byte[]> unverifiedChain, String claimedOrigin) throws ProtocolException {
        ChipCertificate certificate;
        try {
            certificate = database.read(stores -> new Checked(stores, turn, unverifiedChain))
                    .certificate();
        } catch (FaultException e) {
            return inTransaction(turn, stores -> refused(stores, turn, e.fault()));
        }
        var named = turn.machine().next(turn.state(), new BankEvent.CertificateVerified());
        if (turn.session().isLogin() && !claimedOrigin.equals(ownAddress.get())) {
            return inTransaction(turn, stores -> refused(stores, turn, Fault.LOGIN_ORIGIN_REFUSED));
        }
        var fingerprint = certificate.fingerprint();
        var withdrawn = CertificateDesk.activated(database, certificate, turn.now());
        if (withdrawn.isPresent()) {
            return inTransaction(turn, stores -> refused(stores, turn, withdrawn.get()));
        }
        var active =
                database.read(stores -> stores.certificates().find(fingerprint)).orElseThrow();
        if (!(named.effect() instanceof BankEffect.VerifyPassword(String userName, char[] password))) {
            throw new IllegalStateException("The password is checked after the certificate");
        }
        PasswordDesk.Result result;
        try {
            result = passwords.check(active, userName, password, turn.now());
        } finally {
            Arrays.fill(password, '\0');
        }
        return inTransaction(turn, stores -> challenge(stores, turn, named.state(), active, unverifiedChain, result));
    }

    /** Carries a checked exception out of a database callback. */
    private static final class Checked {
        private Optional<ChipCertificate> certificate = Optional.empty();
        private Optional<FaultException> fault = Optional.empty();

        Checked(Stores stores, Turn turn, List<byte[]> unverifiedChain) {
            try {
                certificate = Optional.of(CertificateDesk.check(stores, turn.bank(), unverifiedChain, turn.now()));
            } catch (FaultException e) {
                fault = Optional.of(e);
            }
        }

        ChipCertificate certificate() throws FaultException {
            if (fault.isPresent()) {
                throw fault.get();
            }
            return certificate.orElseThrow();
        }
    }

    private Outcome challenge(
            Stores stores,
            Turn turn,
            BankState named,
            ChipCertificate certificate,
            List<byte[]> chain,
            PasswordDesk.Result result)
            throws ProtocolException {
        PasswordDesk.note(stores, certificate.fingerprint(), result, turn.now());
        if (result.fault().isPresent()) {
            return refused(stores, turn, result.fault().get());
        }
        var now = stores.certificates().find(certificate.fingerprint()).orElseThrow();
        var withdrawn = CertificateDesk.refusal(now.status());
        if (withdrawn.isPresent()) {
            return refused(stores, turn, withdrawn.get());
        }
        log(
                stores,
                turn,
                EvidenceKind.CERTIFICATE,
                new CborMapWriter()
                        .putByteStrings(1, chain)
                        .put(2, now.status().name())
                        .put(3, now.statusAt().toEpochMilli())
                        .encode());
        return answered(
                stores,
                turn,
                certificate.fingerprint(),
                named,
                new BankEvent.PasswordVerified(
                        random.bytes(CHALLENGE),
                        now.attemptsLeft(),
                        turn.session().isLogin() ? SessionPurpose.LOGIN : SessionPurpose.PAYMENT));
    }

    /** The counter of ten: charge, compare, give back, in one transaction with the answer. */
    Outcome judge(Turn turn, ResponseProof proof) throws ProtocolException {
        return inTransaction(turn, stores -> {
            var fingerprint = turn.session().fingerprint();
            var judgement = stores.attempts().judge(fingerprint, proof::matches, turn.now());
            log(stores, turn, EvidenceKind.LOGIN, loginFacts(judgement));
            return switch (judgement) {
                case Judgement.Right() -> turn.session().isLogin() ? loggedIn(stores, turn) : allowed(stores, turn);
                case Judgement.Wrong(int left) ->
                    answered(
                            stores,
                            turn,
                            fingerprint,
                            turn.state(),
                            new BankEvent.LoginFailed(left, random.bytes(CHALLENGE)));
                case Judgement.Voided() -> voided(stores, turn);
                case Judgement.NotInUse() -> refused(stores, turn, withdrawal(stores, fingerprint));
            };
        });
    }

    private static byte[] loginFacts(Judgement judgement) {
        var facts = new CborMapWriter().put(1, judgement.getClass().getSimpleName());
        if (judgement instanceof Judgement.Wrong(int left)) {
            facts.put(2, left);
        }
        return facts.encode();
    }

    private static Outcome voided(Stores stores, Turn turn) throws ProtocolException {
        endLogin(stores, turn, Fault.PAYMENT_KEY_VOIDED);
        return answered(stores, turn, turn.session().fingerprint(), turn.state(), new BankEvent.LoginVoided());
    }

    /** The phone is let in; the browser is not, before it brings the completion code. */
    private static Outcome loggedIn(Stores stores, Turn turn) throws ProtocolException {
        var fingerprint = turn.session().fingerprint();
        var customer = stores.certificates().find(fingerprint).orElseThrow().customerId();
        if (!PhoneLogins.allow(stores, turn.session().webSession(), customer, turn.now())) {
            return refused(stores, turn, Fault.LOGIN_LINK_VOID);
        }
        return answered(stores, turn, fingerprint, turn.state(), new BankEvent.LoggedIn());
    }

    private static void endLogin(Stores stores, Turn turn, Fault why) {
        if (turn.session().isLogin()) {
            PhoneLogins.end(stores, turn.session().webSession(), why);
        }
    }

    private Outcome allowed(Stores stores, Turn turn) throws ProtocolException {
        var order = stores.orders().find(turn.session().orderId()).orElseThrow();
        var closed = PaymentDesk.closed(order, turn.now());
        if (closed.isPresent()) {
            return refused(stores, turn, closed.get());
        }
        var event = new BankEvent.LoginAllowed(PaymentDesk.request(order));
        return answered(stores, turn, turn.session().fingerprint(), turn.state(), event);
    }

    /** The payment: debit, status, receipt and webhook in one transaction with the answer. */
    Outcome settle(Turn turn, AuthorizationProof proof) throws ProtocolException {
        var outcome = inTransaction(turn, stores -> {
            var fingerprint = turn.session().fingerprint();
            var key = stores.certificates().claimResponseKey(fingerprint);
            if (key.isEmpty()) {
                return refused(stores, turn, withdrawal(stores, fingerprint));
            }
            try {
                if (!proof.matches(key.get())) {
                    return new Outcome.Refusal(Fault.MESSAGE_MALFORMED);
                }
            } finally {
                Arrays.fill(key.get(), (byte) 0);
            }
            log(stores, turn, EvidenceKind.AUTHORIZATION, proof.evidence());
            var receipt = payments.settle(stores, turn.bank().receipts(), turn.session(), proof, turn.now());
            if (receipt.isEmpty()) {
                return refused(stores, turn, Fault.ORDER_CLOSED);
            }
            log(stores, turn, EvidenceKind.RECEIPT, receipt.get());
            return answered(stores, turn, fingerprint, turn.state(), new BankEvent.Settled(receipt.get()));
        });
        payments.committed();
        return outcome;
    }

    private static Fault withdrawal(Stores stores, String fingerprint) {
        var status = stores.certificates()
                .find(fingerprint)
                .map(ChipCertificate::status)
                .orElse(CertificateStatus.REVOKED);
        return CertificateDesk.refusal(status).orElse(Fault.CERTIFICATE_VOID);
    }

    private Outcome inTransaction(Turn turn, ClaimedTransaction.Decision decision) throws ProtocolException {
        return ClaimedTransaction.run(database, stores -> stores.sessions().claim(turn.session()), decision);
    }

    private static Outcome answered(Stores stores, Turn turn, String fingerprint, BankState state, BankEvent event)
            throws ProtocolException {
        var step = turn.machine().next(state, event);
        var answer = SessionDesk.sent(step.effect());
        stores.sessions().save(turn.sessionId(), fingerprint, BankStateCodec.encode(step.state()));
        log(stores, turn, EvidenceKind.RECEIVED, turn.message());
        log(stores, turn, EvidenceKind.SENT, answer);
        return new Outcome.Answer(answer, step.state().getClass().getSimpleName());
    }

    private static Outcome refused(Stores stores, Turn turn, Fault fault) {
        stores.sessions().refuse(turn.sessionId(), fault.code());
        endLogin(stores, turn, fault);
        log(stores, turn, EvidenceKind.RECEIVED, turn.message());
        log(
                stores,
                turn,
                EvidenceKind.REFUSAL,
                new CborMapWriter().put(1, fault.code()).encode());
        return new Outcome.Refusal(fault);
    }

    private static void log(Stores stores, Turn turn, EvidenceKind kind, byte[] contents) {
        EvidenceLog.append(stores, turn.bank().bankId(), turn.sessionId(), kind, contents, turn.now());
    }
}
