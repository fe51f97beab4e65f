package io.tetherkey.bank.login;

import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.PhoneLoginStore.PhoneLogin;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Logins with the phone (PROTOCOL.md, "Login"). The browser that asks holds a random token; its hash is the web session,
 * and the ticket is made from it, so that the page can show its link again and the books hold no secret. The phone's yes
 * logs nobody in by itself: the completion code does, and only together with that token. Any thread may call it.
 */
public final class PhoneLogins {

    /** How long a ticket may lie unopened. */
    public static final Duration TICKET_LASTS = Duration.ofSeconds(60);

    /** How long a completion code is good after the phone was allowed in. */
    public static final Duration CODE_LASTS = Duration.ofSeconds(120);

    /** How often a completion code may be tried. */
    public static final int CODE_TRIES = 3;

    /** Digits of a completion code. */
    public static final int CODE_DIGITS = 8;

    /** Bytes of a ticket. */
    public static final int TICKET = 16;

    private static final int TOKEN = 32;
    private static final int BELOW = 100_000_000;

    private final Database database;
    private final RandomSource random;
    private final Clock clock;

    public PhoneLogins(Database database, RandomSource random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    // The browser

    /**
     * A browser asks.
     *
     * @return the token for its cookie
     */
    public String ask(String bankId) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN));
        Instant until = clock.instant().plus(TICKET_LASTS);
        database.useTransaction(stores ->
                stores.phoneLogins().insert(hash(token), bankId, hash(ticketBytes(token)), CODE_TRIES, until));
        return token;
    }

    /** The ticket of a browser's login, as its link holds it. */
    public static String ticket(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ticketBytes(token));
    }

    private static byte[] ticketBytes(String token) {
        byte[] labelled = ("TK1 login ticket " + token).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.sha256(labelled), TICKET);
    }

    /** How a browser's login stands now; empty for a token that nobody was given at this bank. */
    public Optional<LoginProgress> progress(String bankId, String token) {
        Instant now = clock.instant();
        return database.read(stores -> stores.phoneLogins().find(hash(token), bankId))
                .map(login -> progress(login, now));
    }

    private static LoginProgress progress(PhoneLogin login, Instant now) {
        boolean over = !now.isBefore(login.expiresAt());
        return switch (login.status()) {
            case WAITING -> over ? ended(Fault.LOGIN_LINK_VOID) : new LoginProgress.Waiting();
            case OPENED -> over ? ended(Fault.SESSION_EXPIRED) : new LoginProgress.Opened();
            case ALLOWED -> over ? ended(Fault.LOGIN_CODE_VOID) : new LoginProgress.Allowed();
            case FINISHED -> new LoginProgress.Finished();
            case ENDED -> ended(Fault.fromCode(login.reason()).orElse(Fault.LOGIN_LINK_VOID));
        };
    }

    private static LoginProgress ended(Fault why) {
        return new LoginProgress.Ended(why);
    }

    /** The browser no longer wants its login; its link is void. */
    public void giveUp(String token) {
        database.useTransaction(stores -> stores.phoneLogins().end(hash(token), Fault.LOGIN_LINK_VOID.code()));
    }

    /** What came of a completion code. */
    public sealed interface Completion {
        /** Right: this browser is logged in. */
        record In() implements Completion {}

        /** Wrong, and counted. */
        record Wrong(int triesLeft) implements Completion {}

        /** There is nothing to complete: not allowed yet, used, given up, or too late. */
        record Over() implements Completion {}
    }

    /** Logs the asking browser in to the account of the customer whose phone was allowed in. */
    @FunctionalInterface
    public interface Entrance {
        void open(Stores stores, String customerId);
    }

    /**
     * Takes a completion code from the browser that holds this token. The try is charged before it is compared.
     *
     * @param entrance opened within the transaction that uses the code up: both are in the books, or neither; as all work
     *     of a transaction it may be done several times
     */
    public Completion complete(String bankId, String token, String code, Entrance entrance) {
        Instant now = clock.instant();
        var browser = hash(token);
        return database.inTransaction(stores -> {
            var charged = stores.phoneLogins().chargeCode(browser, bankId, now);
            if (charged.isEmpty()) {
                return new Completion.Over();
            }
            var expected = charged.get().codeHash().getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, codeHash(code).getBytes(StandardCharsets.UTF_8))) {
                stores.phoneLogins().finish(browser);
                entrance.open(stores, charged.get().customerId());
                return new Completion.In();
            }
            int left = charged.get().triesLeft();
            if (left == 0) {
                stores.phoneLogins().end(browser, Fault.LOGIN_CODE_VOID.code());
            }
            return new Completion.Wrong(left);
        });
    }

    // The session, each within its own transaction

    /**
     * Uses a ticket up for a session.
     *
     * @return the web session, a SHA-256 in hex; empty if the ticket is unknown, used or too old
     */
    public static Optional<String> use(
            Stores stores, String bankId, byte[] ticket, String sessionId, Instant now, Instant until) {
        return stores.phoneLogins().useTicket(bankId, hash(ticket), sessionId, now, until);
    }

    /** The phone was allowed in; false if the browser has given up meanwhile. */
    public static boolean allow(Stores stores, String webSession, String customerId, Instant now) {
        return stores.phoneLogins().allow(webSession, customerId, now.plus(CODE_LASTS));
    }

    /** The session ended without a login. */
    public static void end(Stores stores, String webSession, Fault why) {
        stores.phoneLogins().end(webSession, why.code());
    }

    /** A completion code for whoever carried the allowed session; the one before is void. */
    public Optional<String> completionCode(String bankId, String sessionId) {
        Instant now = clock.instant();
        var code = freshCode();
        boolean set =
                database.inTransaction(stores -> stores.phoneLogins().setCode(bankId, sessionId, codeHash(code), now));
        return set ? Optional.of(code) : Optional.empty();
    }

    /** Eight digits, each number as likely as every other: what would favour the low ones is drawn again. */
    private String freshCode() {
        long fair = (1L << 32) / BELOW * BELOW;
        long drawn = fair;
        while (drawn >= fair) {
            drawn = 0;
            for (byte each : random.bytes(4)) {
                drawn = drawn << 8 | each & 0xFF;
            }
        }
        return "%08d".formatted(drawn % BELOW);
    }

    private static String codeHash(String code) {
        return hash(("TK1 completion code " + code).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String token) {
        return hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }
}
