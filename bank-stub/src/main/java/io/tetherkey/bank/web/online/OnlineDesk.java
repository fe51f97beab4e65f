package io.tetherkey.bank.web.online;

import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.payment.PaymentDesk;
import io.tetherkey.bank.store.CertificateStore.Held;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Ledger.Account;
import io.tetherkey.bank.store.Ledger.Booking;
import io.tetherkey.bank.store.PageLoginStore.PageLogin;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a customer can do on the bank's pages: log in, look at certificates, revoke one, ask for a letter. Nothing is kept
 * in memory; a login is a random token in the browser's cookie and its hash in the books. Any thread may call it.
 */
final class OnlineDesk {

    /** Wrong passwords in a row before the first pause of a user name. */
    static final int MOST_WRONG = 5;

    /** How long no password is looked at after that. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** How long a login lasts. */
    static final Duration LASTS = Duration.ofMinutes(15);

    private static final int TOKEN = 32;
    private static final int MOST_LINES = 10;

    private final Database database;
    private final PasswordHasher hasher;
    private final ActivationCodes codes;
    private final RandomSource random;
    private final Clock clock;

    OnlineDesk(Database database, PasswordHasher hasher, ActivationCodes codes, RandomSource random, Clock clock) {
        this.database = database;
        this.hasher = hasher;
        this.codes = codes;
        this.random = random;
        this.clock = clock;
    }

    /** What came of a user name and a password. */
    sealed interface Entry {
        /** Right; {@code token} is for the cookie. */
        record Open(String token) implements Entry {
            @Override
            public String toString() {
                return "Open[]";
            }
        }

        record Wrong() implements Entry {}

        /** Not looked at: too many wrong ones before. */
        record Paused() implements Entry {}
    }

    /** Somebody who is logged in at a bank. */
    record Visitor(String customerId, String userName, String formToken) {
        @Override
        public String toString() {
            return "Visitor[" + customerId + "]";
        }
    }

    /** Takes as long for an unknown user as for a known one; the caller zeroes the password. */
    Entry enter(String bankId, String userName, char[] password) {
        Instant now = clock.instant();
        var name = hash(new CborMapWriter().put(1, bankId).put(2, userName).encode());
        boolean charged = database.inTransaction(
                stores -> stores.pageLogins().chargePassword(name, MOST_WRONG, now, now.plus(PAUSE)));
        if (!charged) {
            return new Entry.Paused();
        }
        var customer = database.read(stores -> stores.customers().named(bankId, userName));
        boolean right = customer.isPresent()
                ? hasher.matches(password, customer.get().passwordHash())
                : hasher.matchesNobody(password);
        if (!right) {
            return new Entry.Wrong();
        }
        var token = token();
        database.useTransaction(stores -> {
            stores.pageLogins().passwordRight(name);
            logIn(stores, token, customer.orElseThrow().customerId());
        });
        return new Entry.Open(token);
    }

    /** Logs a customer in, within a transaction of the caller; the token is for the browser's cookie. */
    void logIn(Stores stores, String token, String customerId) {
        var login = new PageLogin(customerId, token());
        stores.pageLogins().insert(hash(token), login, clock.instant().plus(LASTS));
    }

    /** An account and its last lines. */
    record Statement(Account account, List<Line> lines) {}

    /**
     * One line of an account.
     *
     * @param payee as the signed order names it, empty where it is no payment
     */
    record Line(Booking booking, String payee) {}

    List<Statement> statements(Visitor visitor) {
        return database.read(stores -> stores.ledger().accounts().stream()
                .filter(account -> account.customerId().equals(visitor.customerId()))
                .map(account -> new Statement(
                        account,
                        stores.ledger().recent(account.accountId(), MOST_LINES).stream()
                                .map(booking -> new Line(booking, payee(stores, booking)))
                                .toList()))
                .toList());
    }

    /** Who holds a token of this bank. */
    Optional<Visitor> visitor(String bankId, String token) {
        Instant now = clock.instant();
        return database.read(stores -> stores.pageLogins()
                .find(hash(token), now)
                .flatMap(login -> stores.customers()
                        .find(login.customerId())
                        .filter(customer -> customer.bankId().equals(bankId))
                        .map(customer -> visitor(customer, login))));
    }

    private static Visitor visitor(Customer customer, PageLogin login) {
        return new Visitor(customer.customerId(), customer.userName(), login.formToken());
    }

    private static String payee(Stores stores, Booking booking) {
        return stores.orders()
                .find(booking.transferId())
                .map(order -> PaymentDesk.request(order).payee())
                .orElse("");
    }

    void leave(String token) {
        database.useTransaction(stores -> stores.pageLogins().delete(hash(token)));
    }

    List<Held> certificates(Visitor visitor) {
        return database.read(stores -> stores.certificates().ofCustomer(visitor.customerId()));
    }

    boolean hasLetter(Visitor visitor) {
        Instant now = clock.instant();
        return database.read(stores -> stores.activationCodes().isOpen(visitor.customerId(), now));
    }

    /** Revokes one of the visitor's own certificates; false if there is none such in use. */
    boolean revoke(Visitor visitor, String fingerprint) {
        Instant now = clock.instant();
        return database.inTransaction(stores -> stores.certificates()
                        .find(fingerprint)
                        .filter(each -> each.customerId().equals(visitor.customerId()))
                        .isPresent()
                && stores.certificates().revoke(fingerprint, now));
    }

    /** The code of a new letter and its last moment. */
    record Letter(String code, Instant goodUntil) {
        @Override
        public String toString() {
            return "Letter[" + goodUntil + "]";
        }
    }

    Letter letter(Visitor visitor) {
        var until = clock.instant().plus(ActivationCodes.VALIDITY);
        return new Letter(new String(codes.newLetter(visitor.customerId())), until);
    }

    /** A fresh random token, as cookies and forms hold it. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN));
    }

    private static String hash(String token) {
        return hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }
}
