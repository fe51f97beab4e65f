package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.session.SessionDesk.Offered;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.EnrolmentStore.StoredEnrolment;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.BankEnrolmentCodec;
import io.tetherkey.protocol.session.BankEnrolmentEffect;
import io.tetherkey.protocol.session.BankEnrolmentEvent;
import io.tetherkey.protocol.session.BankEnrolmentState;
import io.tetherkey.protocol.session.EnrolmentTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the enrolments of all banks in this process (PROTOCOL, "Enrolment: the bank"), as {@link SessionDesk} drives
 * payments: each step is stored before its answer is given, the same message again gets the stored answer, and a restart
 * goes on where the last step ended. A refusal ends the session. Any thread may call it.
 */
public final class EnrolmentDesk {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentDesk.class);

    /** How often a message is taken anew because another request changed the session meanwhile. */
    private static final int MOST_RACES = 5;

    private static final int SESSION_ID = 16;
    private static final Pattern SESSION_ID_TEXT = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, Bank> banks;
    private final Database database;
    private final EnrolmentTurns turns;
    private final RandomSource random;
    private final Clock clock;

    public EnrolmentDesk(
            Map<String, Bank> banks, Database database, EnrolmentTurns turns, RandomSource random, Clock clock) {
        this.banks = Map.copyOf(banks);
        this.database = database;
        this.turns = turns;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Opens an enrolment. Who it is for is not known yet.
     *
     * @throws FaultException BANK_UNKNOWN
     */
    public Offered open(String bankId, EnrolmentPurpose purpose) throws FaultException {
        var bank = Optional.ofNullable(banks.get(bankId)).orElseThrow(() -> new FaultException(Fault.BANK_UNKNOWN));
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var sessionId = random.bytes(SESSION_ID);
        var step = bank.enrolment(random)
                .open(new EnrolmentTerms(sessionId, issuedAt, EnrolmentOffer.MOST_TIME_TO_LIVE, purpose));
        if (!(step.effect() instanceof BankEnrolmentEffect.Send(byte[] offer))) {
            throw new IllegalStateException("An enrolment begins with an offer");
        }
        var id = HexFormat.of().formatHex(sessionId);
        database.useTransaction(stores -> {
            stores.enrolments()
                    .insert(
                            id,
                            bankId,
                            purpose.name().toLowerCase(Locale.ROOT),
                            BankEnrolmentCodec.encode(step.state()),
                            issuedAt.plus(EnrolmentOffer.MOST_TIME_TO_LIVE));
            EvidenceLog.append(stores, bankId, id, EvidenceKind.SENT, offer, issuedAt);
        });
        LOG.info("enrolment={} step=Offered out={}", prefix(id), offer.length);
        return new Offered(sessionId, offer);
    }

    /**
     * Takes a message of the chip and gives the bank's next one.
     *
     * @param sessionId 32 lower-case hex digits
     * @throws FaultException why there is no next message; the session stands as before, or is over after a refusal
     */
    public byte[] receive(String sessionId, byte[] message) throws FaultException {
        if (!SESSION_ID_TEXT.matcher(sessionId).matches()) {
            throw new FaultException(Fault.SESSION_UNKNOWN);
        }
        for (int race = 0; race < MOST_RACES; race++) {
            switch (take(sessionId, message)) {
                case Outcome.Answer(byte[] answer, String step) -> {
                    LOG.info(
                            "enrolment={} step={} in={} out={}",
                            prefix(sessionId),
                            step,
                            message.length,
                            answer.length);
                    return answer;
                }
                case Outcome.Refusal(Fault fault, var triesLeft) -> {
                    LOG.info("enrolment={} step=refused code={}", prefix(sessionId), fault.code());
                    throw new FaultException(fault, triesLeft);
                }
                case Outcome.Stale() -> LOG.debug("enrolment={} step=race", prefix(sessionId));
            }
        }
        throw new FaultException(Fault.SESSION_CONFLICT);
    }

    private Outcome take(String sessionId, byte[] message) {
        var found = database.read(stores -> stores.enrolments().find(sessionId));
        if (found.isEmpty()) {
            return new Outcome.Refusal(Fault.SESSION_UNKNOWN);
        }
        var session = found.get();
        if (!session.refusal().isEmpty()) {
            return new Outcome.Refusal(
                    Fault.fromCode(session.refusal()).orElse(Fault.SESSION_CONFLICT), session.refusalLeft());
        }
        var state = state(session);
        Instant now = clock.instant();
        if (!now.isBefore(session.expiresAt()) && !(state instanceof BankEnrolmentState.Finished)) {
            return new Outcome.Refusal(Fault.SESSION_EXPIRED);
        }
        try {
            return step(session, state, message, now);
        } catch (ProtocolException e) {
            return new Outcome.Refusal(SessionFaults.of(e.status()));
        }
    }

    private Outcome step(StoredEnrolment session, BankEnrolmentState state, byte[] message, Instant now)
            throws ProtocolException {
        var bank = Optional.ofNullable(banks.get(session.bankId())).orElseThrow();
        var machine = bank.enrolment(random);
        var step = machine.next(state, new BankEnrolmentEvent.Received(message));
        var turn = new EnrolmentTurn(bank, machine, session, step.state(), message, now);
        return switch (step.effect()) {
            case BankEnrolmentEffect.Resend(byte[] stored) -> new Outcome.Answer(stored, "Resend");
            case BankEnrolmentEffect.VerifyActivation request -> turns.activation(turn, request);
            case BankEnrolmentEffect.VerifyRenewal request -> turns.renewal(turn, request);
            case BankEnrolmentEffect.EnableSlot enable -> turns.enable(turn, enable);
            case BankEnrolmentEffect.ActivateRenewal ignored -> turns.activate(turn);
            case BankEnrolmentEffect.Send ignored ->
                throw new IllegalStateException("A message is never answered unchecked");
        };
    }

    private static BankEnrolmentState state(StoredEnrolment session) {
        try {
            return BankEnrolmentCodec.decode(session.state());
        } catch (CborException e) {
            throw new IllegalStateException("A stored enrolment cannot be read", e);
        }
    }

    private static String prefix(String sessionId) {
        return sessionId.substring(0, 8);
    }
}
