package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.payment.OrderDesk;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.SessionStore.StoredSession;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.BankEffect;
import io.tetherkey.protocol.session.BankEvent;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStateCodec;
import io.tetherkey.protocol.session.OfferTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the sealed sessions of all banks in this process (DESIGN §4). Each step is stored before its answer is given;
 * the same message again gets the stored answer. Any thread may call it: nothing is kept in memory between two messages,
 * so a restart, or another process on the same database, goes on where the last step ended.
 */
public final class SessionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

    /** How often a message is taken anew because another request changed the session meanwhile. */
    private static final int MOST_RACES = 5;

    private static final int SESSION_ID = 16;
    private static final Pattern SESSION_ID_TEXT = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, Bank> banks;
    private final Database database;
    private final OrderDesk orders;
    private final SessionTurns turns;
    private final RandomSource random;
    private final Clock clock;

    public SessionDesk(
            Map<String, Bank> banks,
            Database database,
            OrderDesk orders,
            SessionTurns turns,
            RandomSource random,
            Clock clock) {
        this.banks = Map.copyOf(banks);
        this.database = database;
        this.orders = orders;
        this.turns = turns;
        this.random = random;
        this.clock = clock;
    }

    /**
     * An Offer for an order.
     *
     * @param sessionId 16 bytes
     */
    public record Offered(byte[] sessionId, byte[] offer) {}

    /**
     * Opens a session for a merchant's order.
     *
     * @throws FaultException BANK_UNKNOWN, or why the order cannot be paid at this bank
     */
    public Offered open(String bankId, byte[] signedOrder) throws FaultException {
        var bank = Optional.ofNullable(banks.get(bankId)).orElseThrow(() -> new FaultException(Fault.BANK_UNKNOWN));
        Instant now = clock.instant();
        var order = orders.register(bankId, signedOrder, now);
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        var sessionId = random.bytes(SESSION_ID);
        var step = bank.session(random)
                .open(new OfferTerms(
                        sessionId, issuedAt, timeToLive(issuedAt, order.order().expiresAt()), order.orderHash()));
        var offer = sent(step.effect());
        var id = HexFormat.of().formatHex(sessionId);
        database.useTransaction(stores -> {
            stores.sessions()
                    .insert(
                            id,
                            bankId,
                            order.order().orderId(),
                            BankStateCodec.encode(step.state()),
                            issuedAt.plus(Offer.MOST_TIME_TO_LIVE));
            EvidenceLog.append(stores, bankId, id, EvidenceKind.ORDER, signedOrder, now);
            EvidenceLog.append(stores, bankId, id, EvidenceKind.SENT, offer, now);
        });
        LOG.info("session={} step=Offered in={} out={}", prefix(id), signedOrder.length, offer.length);
        return new Offered(sessionId, offer);
    }

    private static Duration timeToLive(Instant issuedAt, Instant orderExpiresAt) {
        var left = Duration.between(issuedAt, orderExpiresAt);
        var shortest = left.compareTo(Offer.MOST_TIME_TO_LIVE) < 0 ? left : Offer.MOST_TIME_TO_LIVE;
        return Duration.ofSeconds(Math.max(1, shortest.toSeconds()));
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
            var outcome = take(sessionId, message);
            switch (outcome) {
                case Outcome.Answer(byte[] answer, String step) -> {
                    LOG.info("session={} step={} in={} out={}", prefix(sessionId), step, message.length, answer.length);
                    return answer;
                }
                case Outcome.Refusal(Fault fault, var triesLeft) -> {
                    LOG.info("session={} step=refused code={} in={}", prefix(sessionId), fault.code(), message.length);
                    throw new FaultException(fault, triesLeft);
                }
                case Outcome.Stale() -> LOG.debug("session={} step=race", prefix(sessionId));
            }
        }
        throw new FaultException(Fault.SESSION_CONFLICT);
    }

    private Outcome take(String sessionId, byte[] message) {
        var found = database.read(stores -> stores.sessions().find(sessionId));
        if (found.isEmpty()) {
            return new Outcome.Refusal(Fault.SESSION_UNKNOWN);
        }
        var session = found.get();
        if (!session.refusal().isEmpty()) {
            return new Outcome.Refusal(Fault.fromCode(session.refusal()).orElse(Fault.SESSION_CONFLICT));
        }
        var state = state(session);
        Instant now = clock.instant();
        if (!now.isBefore(session.expiresAt()) && !(state instanceof BankState.Finished)) {
            return new Outcome.Refusal(Fault.SESSION_EXPIRED);
        }
        try {
            return step(session, state, message, now);
        } catch (ProtocolException e) {
            return new Outcome.Refusal(SessionFaults.of(e.status()));
        }
    }

    private Outcome step(StoredSession session, BankState state, byte[] message, Instant now) throws ProtocolException {
        var bank = Optional.ofNullable(banks.get(session.bankId())).orElseThrow();
        var machine = bank.session(random);
        var step = machine.next(state, new BankEvent.Received(message));
        var turn = new Turn(bank, machine, session, step.state(), message, now);
        return switch (step.effect()) {
            case BankEffect.Resend(byte[] stored) -> new Outcome.Answer(stored, "Resend");
            case BankEffect.VerifyCertificate verify ->
                turns.accept(turn, verify.unverifiedChain(), verify.claimedOrigin());
            case BankEffect.JudgeResponse judge -> turns.judge(turn, judge.proof());
            case BankEffect.Settle settle -> turns.settle(turn, settle.proof());
            case BankEffect.Send ignored -> throw new IllegalStateException("A message is never answered unchecked");
            case BankEffect.VerifyPassword ignored ->
                throw new IllegalStateException("The certificate is checked first");
        };
    }

    private static BankState state(StoredSession session) {
        try {
            return BankStateCodec.decode(session.state());
        } catch (CborException e) {
            throw new IllegalStateException("A stored session cannot be read", e);
        }
    }

    static byte[] sent(BankEffect effect) {
        if (effect instanceof BankEffect.Send(byte[] message)) {
            return message;
        }
        throw new IllegalStateException("The bank's end has nothing to send");
    }

    private static String prefix(String sessionId) {
        return sessionId.substring(0, 8);
    }
}
