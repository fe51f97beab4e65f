package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.enrolment.ActivationCodes.Judgement;
import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.session.BankEnrolmentCodec;
import io.tetherkey.protocol.session.BankEnrolmentEffect;
import io.tetherkey.protocol.session.BankEnrolmentEffect.EnableSlot;
import io.tetherkey.protocol.session.BankEnrolmentEffect.VerifyActivation;
import io.tetherkey.protocol.session.BankEnrolmentEffect.VerifyRenewal;
import io.tetherkey.protocol.session.BankEnrolmentEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The decisions of an enrolment (PROTOCOL, "Enrolment: the bank"): may this chip have a certificate, and does it become
 * the active one. Each is one transaction that claims the session, decides, stores the answer and logs the evidence.
 */
public final class EnrolmentTurns {

    private final Database database;
    private final ActivationCodes codes;

    public EnrolmentTurns(Database database, ActivationCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /** A new chip: the customer's activation code, then a certificate that is pending. */
    Outcome activation(EnrolmentTurn turn, VerifyActivation request) throws ProtocolException {
        char[] code = request.activationCode();
        try {
            var customer =
                    database.read(stores -> stores.customers().named(turn.bank().bankId(), request.userName()));
            if (customer.isEmpty()) {
                codes.judgeNobody(code);
                return inTransaction(
                        turn, stores -> refused(stores, turn, Fault.ACTIVATION_CODE_VOID, OptionalInt.empty()));
            }
            return inTransaction(turn, stores -> judged(stores, turn, request, customer.get()));
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    private Outcome judged(Stores stores, EnrolmentTurn turn, VerifyActivation request, Customer customer)
            throws ProtocolException {
        return switch (codes.judge(stores, customer.customerId(), request.activationCode(), turn.now())) {
            case Judgement.Right() -> {
                var answer = issued(stores, turn, customer.customerId(), request.publicKey(), "");
                stores.activationCodes()
                        .reserve(
                                customer.customerId(),
                                stores.enrolments()
                                        .find(turn.sessionId())
                                        .orElseThrow()
                                        .fingerprint());
                yield answer;
            }
            case Judgement.Wrong(int left) -> refused(stores, turn, Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(left));
            case Judgement.NoLetter() -> refused(stores, turn, Fault.ACTIVATION_CODE_VOID, OptionalInt.empty());
        };
    }

    /** The chip's own certificate, which may itself be a renewal that waits; then its successor, pending. */
    Outcome renewal(EnrolmentTurn turn, VerifyRenewal request) throws ProtocolException {
        return inTransaction(turn, stores -> {
            try {
                var known = CertificateDesk.check(stores, turn.bank(), request.unverifiedChain(), turn.now());
                var refusal = isOf(stores, known, request.userName())
                        ? CertificateDesk.activated(stores, known, turn.now())
                        : Optional.of(Fault.CERTIFICATE_REFUSED);
                return refusal.isPresent()
                        ? refused(stores, turn, refusal.get(), OptionalInt.empty())
                        : issued(stores, turn, known.customerId(), request.publicKey(), known.fingerprint());
            } catch (FaultException e) {
                return refused(stores, turn, e.fault(), OptionalInt.empty());
            }
        });
    }

    private static boolean isOf(Stores stores, ChipCertificate certificate, String userName) {
        return stores.customers()
                .find(certificate.customerId())
                .filter(customer -> customer.userName().equals(userName))
                .isPresent();
    }

    private static Outcome issued(
            Stores stores, EnrolmentTurn turn, String customerId, byte[] publicKey, String predecessor)
            throws ProtocolException {
        var issued = turn.bank().registrar().issue(stores, customerId, publicKey, predecessor);
        log(
                stores,
                turn,
                EvidenceKind.ENROLMENT,
                new CborMapWriter()
                        .put(1, CertificateStatus.PENDING.name())
                        .put(2, customerId)
                        .putByteStrings(3, issued.derChain())
                        .put(4, predecessor)
                        .encode());
        return answered(
                stores, turn, customerId, issued.fingerprint(), new BankEnrolmentEvent.Issued(issued.derChain()));
    }

    /** The payment key is set: the certificate is active, the letter used up, what the customer had superseded. */
    Outcome enable(EnrolmentTurn turn, EnableSlot enable) throws ProtocolException {
        var session = turn.session();
        byte[] responseKey = enable.responseKey();
        try {
            return inTransaction(turn, stores -> {
                boolean enabled = stores.activationCodes().use(session.customerId(), session.fingerprint(), turn.now())
                        && stores.succession().enrol(session.fingerprint(), responseKey, turn.now());
                if (!enabled) {
                    stores.certificates().revoke(session.fingerprint(), turn.now());
                }
                return concluded(stores, turn, enabled);
            });
        } finally {
            Arrays.fill(responseKey, (byte) 0);
        }
    }

    /** The chip uses its renewed key: the certificate takes its predecessor's place, unless an Accept did so before. */
    Outcome activate(EnrolmentTurn turn) throws ProtocolException {
        var fingerprint = turn.session().fingerprint();
        return inTransaction(turn, stores -> {
            boolean renewed = stores.succession().renew(fingerprint, turn.now())
                    || stores.certificates()
                            .find(fingerprint)
                            .filter(each -> each.status() == CertificateStatus.ACTIVE)
                            .isPresent();
            return concluded(stores, turn, renewed);
        });
    }

    private static Outcome concluded(Stores stores, EnrolmentTurn turn, boolean enabled) throws ProtocolException {
        var session = turn.session();
        var status = enabled ? CertificateStatus.ACTIVE : CertificateStatus.REVOKED;
        log(
                stores,
                turn,
                EvidenceKind.ENROLMENT,
                new CborMapWriter()
                        .put(1, status.name())
                        .put(2, session.customerId())
                        .put(5, session.fingerprint())
                        .encode());
        var event =
                enabled ? new BankEnrolmentEvent.Enabled(turn.now()) : new BankEnrolmentEvent.NotEnabled(turn.now());
        return answered(stores, turn, session.customerId(), session.fingerprint(), event);
    }

    private Outcome inTransaction(EnrolmentTurn turn, ClaimedTransaction.Decision decision) throws ProtocolException {
        return ClaimedTransaction.run(database, stores -> stores.enrolments().claim(turn.session()), decision);
    }

    private static Outcome answered(
            Stores stores, EnrolmentTurn turn, String customerId, String fingerprint, BankEnrolmentEvent event)
            throws ProtocolException {
        var step = turn.machine().next(turn.state(), event);
        if (!(step.effect() instanceof BankEnrolmentEffect.Send(byte[] answer))) {
            throw new IllegalStateException("The bank's end has nothing to send");
        }
        stores.enrolments().save(turn.sessionId(), customerId, fingerprint, BankEnrolmentCodec.encode(step.state()));
        log(stores, turn, EvidenceKind.RECEIVED, turn.message());
        log(stores, turn, EvidenceKind.SENT, answer);
        return new Outcome.Answer(answer, step.state().getClass().getSimpleName());
    }

    private static Outcome refused(Stores stores, EnrolmentTurn turn, Fault fault, OptionalInt triesLeft) {
        stores.enrolments().refuse(turn.sessionId(), fault.code(), triesLeft);
        log(stores, turn, EvidenceKind.RECEIVED, turn.message());
        log(
                stores,
                turn,
                EvidenceKind.REFUSAL,
                new CborMapWriter().put(1, fault.code()).encode());
        return new Outcome.Refusal(fault, triesLeft);
    }

    private static void log(Stores stores, EnrolmentTurn turn, EvidenceKind kind, byte[] contents) {
        EvidenceLog.append(stores, turn.bank().bankId(), turn.sessionId(), kind, contents, turn.now());
    }
}
