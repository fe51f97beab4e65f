package io.tetherkey.bank.enrolment;

import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.seal.RandomSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The activation codes that let a customer's chip enrol: twelve digits in a letter, good for fourteen days, five tries
 * and one use. Any thread may call it.
 */
public final class ActivationCodes {

    /** Digits of a code. */
    public static final int DIGITS = 12;

    /** How long a letter is good. */
    public static final Duration VALIDITY = Duration.ofDays(14);

    /** Bytes from here on would make some digits likelier than others. */
    private static final int FAIR = 250;

    private final Database database;
    private final PasswordHasher hasher;
    private final RandomSource random;
    private final Clock clock;

    public ActivationCodes(Database database, PasswordHasher hasher, RandomSource random, Clock clock) {
        this.database = database;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
    }

    /** What came of one code. */
    public sealed interface Judgement {
        /** Right; the try is given back, and the letter is used up only when the chip is enrolled. */
        record Right() implements Judgement {}

        /** Wrong and counted; {@code triesLeft} is 0 to 4, and with 0 the letter is void. */
        record Wrong(int triesLeft) implements Judgement {}

        /** Not compared: the customer has no letter, or it is used, void or too old. */
        record NoLetter() implements Judgement {}
    }

    /**
     * Draws the code of a new letter; earlier letters of the customer are void.
     *
     * @return twelve digits, told once and stored only as a hash; the caller zeroes them
     */
    public char[] newLetter(String customerId) {
        var code = draw();
        var hash = hasher.hash(code);
        Instant now = clock.instant();
        database.useTransaction(stores -> stores.activationCodes().issue(customerId, hash, now, now.plus(VALIDITY)));
        return code;
    }

    private char[] draw() {
        var code = new char[DIGITS];
        var one = new byte[1];
        for (int i = 0; i < DIGITS; ) {
            random.nextBytes(one);
            int value = Byte.toUnsignedInt(one[0]);
            if (value < FAIR) {
                code[i++] = (char) ('0' + value % 10);
            }
        }
        Arrays.fill(one, (byte) 0);
        return code;
    }

    /**
     * Charges a try, compares, and gives it back if the code was right, all in the caller's transaction, which holds the
     * letter until its end. Comparing takes some tens of milliseconds.
     */
    public Judgement judge(Stores stores, String customerId, char[] code, Instant now) {
        var charged = stores.activationCodes().charge(customerId, now);
        if (charged.isEmpty()) {
            return new Judgement.NoLetter();
        }
        if (!hasher.matches(code, charged.get().codeHash())) {
            return new Judgement.Wrong(charged.get().triesLeft());
        }
        stores.activationCodes().refund(customerId);
        return new Judgement.Right();
    }

    /** Takes as long as {@link #judge} and compares with nothing: for users whom the bank does not know. */
    public Judgement judgeNobody(char[] code) {
        hasher.matchesNobody(code);
        return new Judgement.NoLetter();
    }
}
