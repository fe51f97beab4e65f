package io.tetherkey.bank.session;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.session.SessionDesk.Offered;
import io.tetherkey.bank.store.Database;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.BankStateCodec;
import io.tetherkey.protocol.session.OfferTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the sessions of logins and gives out their completion codes; {@link SessionDesk} drives what is between. */
public final class LoginDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);
    private static final int SESSION_ID = 16;

    private final Map<String, Bank> banks;
    private final Database database;
    private final PhoneLogins logins;
    private final RandomSource random;
    private final Clock clock;

    public LoginDesk(Map<String, Bank> banks, Database database, PhoneLogins logins, RandomSource random, Clock clock) {
        this.banks = Map.copyOf(banks);
        this.database = database;
        this.logins = logins;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Uses a ticket up and opens its session, in one transaction: of two at once one gets the Offer.
     *
     * @param ticket 16 bytes
     * @throws FaultException BANK_UNKNOWN, or LOGIN_LINK_VOID if the ticket is unknown, used or too old
     */
    public Offered open(String bankId, byte[] ticket) throws FaultException {
        var bank = Optional.ofNullable(banks.get(bankId)).orElseThrow(() -> new FaultException(Fault.BANK_UNKNOWN));
        Instant now = clock.instant();
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant until = issuedAt.plus(Offer.MOST_TIME_TO_LIVE);
        var sessionId = random.bytes(SESSION_ID);
        var id = HexFormat.of().formatHex(sessionId);
        Optional<Offered> offered = database.inTransaction(stores -> {
            var webSession = PhoneLogins.use(stores, bankId, ticket, id, now, until);
            if (webSession.isEmpty()) {
                return Optional.empty();
            }
            var context = HexFormat.of().parseHex(webSession.get());
            var step = bank.session(random).open(new OfferTerms(sessionId, issuedAt, Offer.MOST_TIME_TO_LIVE, context));
            var offer = SessionDesk.sent(step.effect());
            stores.sessions().insertLogin(id, bankId, webSession.get(), BankStateCodec.encode(step.state()), until);
            EvidenceLog.append(stores, bankId, id, EvidenceKind.SENT, offer, now);
            return Optional.of(new Offered(sessionId, offer));
        });
        LOG.info("session={} step={}", id.substring(0, 8), offered.isPresent() ? "OfferedLogin" : "ticket-refused");
        return offered.orElseThrow(() -> new FaultException(Fault.LOGIN_LINK_VOID));
    }

    /**
     * A completion code for whoever carried this session; asked again, another one.
     *
     * @param sessionId 32 lower-case hex digits
     * @throws FaultException LOGIN_CODE_VOID if the session is no allowed login or its time is over
     */
    public String completionCode(String bankId, String sessionId) throws FaultException {
        return logins.completionCode(bankId, sessionId).orElseThrow(() -> new FaultException(Fault.LOGIN_CODE_VOID));
    }
}
