package io.tetherkey.bank.server;

import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.enrolment.ChipRegistrar;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.DatabaseUrl;
import io.tetherkey.bank.store.Ledger.AccountKind;
import io.tetherkey.bank.web.online.DemoLogin;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.PhoneProvisioning;
import io.tetherkey.protocol.phone.SlotIdentity;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which the demo's bank, phone and desktop app meet.
 *
 * <p>It is made whole on the first start: everything is built in a folder beside and moved in, the mark {@code DEMO} last.
 * What an interrupted start left behind is made anew.
 */
public final class DemoProfile {

    /** The demo's customer; the same at every bank. */
    public static final String USER = "alice";

    /** The same at every bank, for one customer to remember. */
    private static final String PASSWORD = "harbour-demo";

    /** What the login pages of the demo tell everybody. */
    static final DemoLogin LOGIN = new DemoLogin(USER, PASSWORD);

    private static final String PAYMENT_KEY = "135790";
    private static final Money OPENING = new Money(500_000, "CNY");
    private static final int COMPUTER_ID = 16;
    private static final String COMPUTER_NAME = "Demo computer";
    private static final String MARK_TEXT = """
            This folder holds a TetherKey DEMO: banks, a shop and a phone that exist only on this computer.
            Its keys and passwords are public. No real money can be paid with it. It can be deleted at any time.
            """;

    private static final String OWN_BOOKS = "tetherkey.db";

    private final Path folder;
    private final Books books;
    private final DemoKeys keys;

    private DemoProfile(Path folder, Books books, DemoKeys keys) {
        this.folder = folder;
        this.books = books;
        this.keys = keys;
    }

    /** Where the bank's books are. */
    private sealed interface Books {
        /** In the profile's own folder. */
        record Inside() implements Books {}

        /** In a database that the user named. */
        record Elsewhere(DatabaseUrl url) implements Books {}

        /** The database, for a profile whose folder of the bank is this one. */
        default DatabaseUrl url(Path bank) {
            return switch (this) {
                case Inside() -> DatabaseUrl.ofFile(bank.resolve(OWN_BOOKS));
                case Elsewhere(DatabaseUrl url) -> url;
            };
        }
    }

    /**
     * Opens the folder, made whole if it is new.
     *
     * @throws IOException if it cannot be read or written, or holds something else than a demo
     */
    public static DemoProfile open(Path folder, Clock clock, SecureRandom random) throws IOException {
        return open(folder, new Books.Inside(), clock, random);
    }

    /** The same with the bank's books in another database, which is filled when the folder is new. */
    public static DemoProfile open(Path folder, DatabaseUrl database, Clock clock, SecureRandom random)
            throws IOException {
        return open(folder, new Books.Elsewhere(database), clock, random);
    }

    private static DemoProfile open(Path folder, Books books, Clock clock, SecureRandom random) throws IOException {
        PrivateFolders.create(folder);
        if (!Files.exists(folder.resolve("DEMO"))) {
            make(folder, books, clock, random);
        }
        return new DemoProfile(folder, books, DemoKeys.read(folder.resolve("bank")));
    }

    /**
     * Opens the bank's books.
     *
     * @throws IOException if they cannot be opened or are not this profile's
     */
    Database openBooks() throws IOException {
        boolean inside = books instanceof Books.Inside;
        if (inside && !Files.exists(database())) {
            throw new IOException("The books of this profile are in another database, which --db has to name");
        }
        var database = Database.open(books.url(folder.resolve("bank")));
        var owner = database.read(stores -> stores.owner().owner());
        if (!inside && !owner.equals(Optional.of(name(keys)))) {
            database.close();
            throw new IOException("The database does not hold the books of this profile");
        }
        return database;
    }

    /** What a database calls its profile by. */
    private static String name(DemoKeys keys) {
        return HexFormat.of().formatHex(Hashes.sha256(keys.directory().rootDer()));
    }

    Path folder() {
        return folder;
    }

    DemoKeys keys() {
        return keys;
    }

    /** The profile's own database file; not there if the books are elsewhere. */
    Path database() {
        return folder.resolve("bank").resolve(OWN_BOOKS);
    }

    Path directory() {
        return folder.resolve("directory.cbor");
    }

    /** Two lines: the base of the bank's API and the base of the shop; there while the bank listens. */
    Path url() {
        return folder.resolve("bank").resolve("url");
    }

    private static void make(Path folder, Books books, Clock clock, SecureRandom random) throws IOException {
        var fresh = folder.resolve(".new");
        boolean interrupted = Files.exists(fresh);
        if (!interrupted && Files.exists(folder.resolve("bank"))) {
            throw new IOException("The folder " + folder + " is not a demo profile");
        }
        if (interrupted) {
            PrivateFolders.delete(fresh);
            PrivateFolders.delete(folder.resolve("bank"));
            PrivateFolders.delete(folder.resolve("phone"));
        }
        var bank = PrivateFolders.create(fresh.resolve("bank"));
        var phone = PrivateFolders.create(fresh.resolve("phone"));
        var keys = DemoKeys.create(clock, random);
        keys.write(bank);
        var computerId = computerId(folder, random);
        try (var database = Database.open(books.url(bank))) {
            if (!database.inTransaction(stores -> stores.owner().claim(name(keys)))) {
                throw new IOException("The database is in use already; a new profile needs an empty one");
            }
            provision(keys, database, phone.resolve("flash.bin"), computerId, clock, random);
        } catch (FlashException e) {
            throw new IOException("The phone's flash cannot be written", e);
        }
        Files.write(fresh.resolve("directory-root.der"), keys.directory().rootDer());
        Files.writeString(fresh.resolve("DEMO"), MARK_TEXT);
        for (var name : List.of("bank", "phone", "directory-root.der", "DEMO")) {
            Files.move(fresh.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFolders.delete(fresh);
    }

    /** The desktop app's own id; it may have made one before. */
    private static byte[] computerId(Path folder, SecureRandom random) throws IOException {
        var file = PrivateFolders.create(folder.resolve("desktop")).resolve("computer-id");
        if (Files.exists(file) && Files.size(file) == COMPUTER_ID) {
            return Files.readAllBytes(file);
        }
        var id = new byte[COMPUTER_ID];
        random.nextBytes(id);
        var temporary = file.resolveSibling("computer-id.new");
        Files.write(temporary, id);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return id;
    }

    private static void provision(
            DemoKeys keys, Database database, Path flash, byte[] computerId, Clock clock, SecureRandom random)
            throws FlashException {
        RandomSource source = random::nextBytes;
        var phone = FlashProvisioning.open(flash, source, clock);
        var hasher = new PasswordHasher(random);
        openMerchantAccount(database);
        for (var bank : DemoBank.ALL) {
            openAccounts(bank, database, hasher, clock);
            var issuing =
                    new CertificateAuthority(keys.bank(bank).issuing(), KeyAlgorithm.of(bank.suite()), clock, random);
            var root = keys.bank(bank).issuing().rootDer();
            enrol(bank, new ChipRegistrar(bank.bankId(), issuing, database, clock), phone, root);
        }
        phone.trustComputer(computerId, COMPUTER_NAME);
        phone.pinDirectoryRoot(keys.directory().rootDer());
    }

    /** One account, which every bank of the demo credits directly; it is kept at the first of them. */
    private static void openMerchantAccount(Database database) {
        database.useTransaction(stores -> stores.ledger()
                .open(
                        DemoShop.PAYEE_ACCOUNT,
                        DemoBank.ALL.getFirst().bankId(),
                        DemoShop.MERCHANT_ID,
                        "",
                        AccountKind.MERCHANT,
                        OPENING.currency()));
    }

    private static void openAccounts(DemoBank bank, Database database, PasswordHasher hasher, Clock clock) {
        var password = PASSWORD.toCharArray();
        var hash = hasher.hash(password);
        var currency = OPENING.currency();
        var opening = "opening-" + bank.bankId();
        database.useTransaction(stores -> {
            stores.customers().insert(new Customer(bank.customerId(), bank.bankId(), USER, hash));
            var ledger = stores.ledger();
            ledger.open(opening, bank.bankId(), "", "", AccountKind.OPENING, currency);
            ledger.open(bank.account(), bank.bankId(), USER, bank.customerId(), AccountKind.CUSTOMER, currency);
            ledger.transfer("opening-" + bank.account(), opening, bank.account(), OPENING, clock.instant());
        });
    }

    /** The steps of an enrolment, without a cable. */
    private static void enrol(DemoBank bank, ChipRegistrar registrar, PhoneProvisioning phone, byte[] root)
            throws FlashException {
        var spki = phone.createSlot(new SlotIdentity(
                bank.slotId(),
                bank.bankId(),
                bank.nameEn(),
                bank.nameZh(),
                bank.suite().id()));
        var issued = registrar.issue(bank.customerId(), spki);
        phone.importCertificates(bank.slotId(), issued.derChain(), root);
        var paymentKey = PAYMENT_KEY.toCharArray();
        var responseKey = phone.setPaymentKey(bank.slotId(), paymentKey);
        try {
            registrar.activate(issued.fingerprint(), responseKey);
        } finally {
            Arrays.fill(responseKey, (byte) 0);
            Arrays.fill(paymentKey, '\0');
        }
    }
}
