package io.tetherkey.bank.session;

import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks user name and password against the owner of the certificate. Wrong passwords are limited for each certificate,
 * which only its chip can present, so nobody else can lock a customer out. The ten tries are never touched.
 */
final class PasswordDesk {

    /** Wrong passwords in a row before the first pause. */
    static final int MOST_WRONG = 5;

    /** How long no password is checked after that. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final PasswordHasher hasher;

    PasswordDesk(Database database, PasswordHasher hasher) {
        this.database = database;
        this.hasher = hasher;
    }

    /** What came of a check. */
    enum Result {
        RIGHT(Optional.empty()),
        WRONG(Optional.of(Fault.WRONG_PASSWORD)),
        /** Not looked at: too many wrong ones before. */
        PAUSED(Optional.of(Fault.TOO_MANY_PASSWORDS));

        private final Optional<Fault> fault;

        Result(Optional<Fault> fault) {
            this.fault = fault;
        }

        /** Why the password is not taken; empty if it is right. */
        Optional<Fault> fault() {
            return fault;
        }
    }

    /** Checks. Runs for some tens of milliseconds, outside transactions. */
    Result check(ChipCertificate certificate, String userName, char[] password, Instant now) {
        if (now.isBefore(certificate.passwordBlockedUntil())) {
            return Result.PAUSED;
        }
        var owner = database.read(stores -> stores.customers().find(certificate.customerId()))
                .filter(customer -> customer.userName().equals(userName));
        boolean right = owner.isPresent()
                ? hasher.matches(password, owner.get().passwordHash())
                : hasher.matchesNobody(password);
        return right ? Result.RIGHT : Result.WRONG;
    }

    /** Writes the result down, in the transaction that goes on with it. */
    static void note(Stores stores, String fingerprint, Result result, Instant now) {
        switch (result) {
            case RIGHT -> stores.certificates().passwordRight(fingerprint);
            case WRONG -> stores.certificates().passwordWrong(fingerprint, MOST_WRONG, now.plus(PAUSE));
            case PAUSED -> {}
        }
    }
}
