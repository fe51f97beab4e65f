package io.tetherkey.bank.server;

import io.helidon.webserver.http.HttpFeature;
import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.directory.DirectoryIssuer;
import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.enrolment.ChipRegistrar;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.payment.OrderDesk;
import io.tetherkey.bank.payment.PaymentDesk;
import io.tetherkey.bank.payment.ReceiptIssuer;
import io.tetherkey.bank.payment.ShopNotifier;
import io.tetherkey.bank.session.Bank;
import io.tetherkey.bank.session.EnrolmentDesk;
import io.tetherkey.bank.session.EnrolmentTurns;
import io.tetherkey.bank.session.LoginDesk;
import io.tetherkey.bank.session.SessionDesk;
import io.tetherkey.bank.session.SessionTurns;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.web.api.DemoLetterRoutes;
import io.tetherkey.bank.web.api.DemoRoutes;
import io.tetherkey.bank.web.api.EnrolmentRoutes;
import io.tetherkey.bank.web.api.LoginRoutes;
import io.tetherkey.bank.web.api.OrderRoutes;
import io.tetherkey.bank.web.api.RevocationRoutes;
import io.tetherkey.bank.web.api.SessionRoutes;
import io.tetherkey.bank.web.online.OnlineBankFeature;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.OrderVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** The bank process put together: banks, shop and sockets over one demo profile. */
public final class BankApplication implements AutoCloseable {

    private final DemoProfile profile;
    private final ProfileLock lock;
    private final Database database;
    private final BankServer server;
    private final ShopNotifier notifier;
    private final Housekeeper housekeeper;

    private BankApplication(
            DemoProfile profile,
            ProfileLock lock,
            Database database,
            BankServer server,
            ShopNotifier notifier,
            Housekeeper housekeeper) {
        this.profile = profile;
        this.lock = lock;
        this.database = database;
        this.server = server;
        this.notifier = notifier;
        this.housekeeper = housekeeper;
    }

    /**
     * Opens the profile, listens, and publishes the directory with the address.
     *
     * @throws IOException if the profile cannot be used or another bank uses it
     */
    public static BankApplication start(DemoProfile profile, ServerPorts ports, Clock clock, SecureRandom random)
            throws IOException {
        var lock = ProfileLock.take(profile.folder().resolve("bank").resolve("lock"));
        var database = openBooks(profile, lock);
        try {
            return start(profile, lock, database, ports, clock, random);
        } catch (IOException | RuntimeException e) {
            database.close();
            lock.close();
            throw e;
        }
    }

    private static Database openBooks(DemoProfile profile, ProfileLock lock) throws IOException {
        try {
            return profile.openBooks();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static BankApplication start(
            DemoProfile profile,
            ProfileLock lock,
            Database database,
            ServerPorts ports,
            Clock clock,
            SecureRandom random)
            throws IOException {
        RandomSource source = random::nextBytes;
        var keys = profile.keys();
        var merchantRoot = keys.merchant().rootDer();
        var directories = new DirectoryIssuer(
                keys.directory().signer(KeyAlgorithm.ECDSA_P256),
                keys.directory().rootDer(),
                clock);
        var banks = banks(keys, database, clock, random);
        var orders = new OrderDesk(new OrderVerifier(merchantRoot), database, clock);
        var news = new Semaphore(0);
        var hasher = new PasswordHasher(random);
        var codes = new ActivationCodes(database, hasher, source, clock);
        var address = new AtomicReference<>("");
        var turns = new SessionTurns(database, hasher, new PaymentDesk(source, news::release), source, address::get);
        var logins = new PhoneLogins(database, source, clock);
        var enrolments = new EnrolmentDesk(banks, database, new EnrolmentTurns(database, codes), source, clock);
        var sessions = new SessionDesk(banks, database, orders, turns, source, clock);
        // The shop looks up names and roots only, which do not depend on the port that is still to be chosen.
        var nowhere = URI.create("https://localhost");
        var names = directories.directory(entries(keys, nowhere, nowhere), merchantRoot, 1);
        var server = BankServer.start(
                ports,
                keys.tls(),
                api(
                        database,
                        orders,
                        sessions,
                        new LoginDesk(banks, database, logins, source, clock),
                        enrolments,
                        banks,
                        codes),
                pages(
                        DemoShop.features(database, keys.merchant(), names, source, clock),
                        new OnlineBankFeature(
                                DemoBank.ALL.stream().map(DemoBank::online).toList(),
                                database,
                                hasher,
                                codes,
                                logins,
                                DemoProfile.LOGIN,
                                source,
                                clock)));
        try {
            address.set(server.apiBase().toString());
            directories.publish(profile.directory(), entries(keys, server.apiBase(), server.shopBase()), merchantRoot);
            Files.writeString(profile.url(), server.apiBase() + "\n" + server.shopBase() + "\n");
        } catch (IOException e) {
            server.close();
            throw e;
        }
        var webhook = server.shopBase().resolve("/shop/webhook");
        return new BankApplication(
                profile,
                lock,
                database,
                server,
                new ShopNotifier(database, webhook, news, clock),
                new Housekeeper(database, orders, clock));
    }

    private static Map<String, Bank> banks(DemoKeys keys, Database database, Clock clock, SecureRandom random) {
        var banks = new HashMap<String, Bank>();
        for (var each : DemoBank.ALL) {
            var own = keys.bank(each);
            var algorithm = KeyAlgorithm.of(each.suite());
            var issuing = new CertificateAuthority(own.issuing(), algorithm, clock, random);
            banks.put(
                    each.bankId(),
                    new Bank(
                            new ReceiptIssuer(
                                    each.bankId(),
                                    each.receiptPrefix(),
                                    own.signing().signer(algorithm)),
                            own.issuing().rootDer(),
                            new ChipRegistrar(each.bankId(), issuing, database, clock)));
        }
        return banks;
    }

    private static List<BankEntry> entries(DemoKeys keys, URI api, URI pages) {
        var entries = new ArrayList<BankEntry>();
        for (var each : DemoBank.ALL) {
            entries.add(each.entry(
                    api, pages, keys.bank(each).issuing().rootDer(), keys.tls().rootDer()));
        }
        return entries;
    }

    private static List<HttpFeature> api(
            Database database,
            OrderDesk orders,
            SessionDesk sessions,
            LoginDesk logins,
            EnrolmentDesk enrolments,
            Map<String, Bank> banks,
            ActivationCodes codes) {
        var registrars = new HashMap<String, ChipRegistrar>();
        banks.forEach((id, bank) -> registrars.put(id, bank.registrar()));
        return List.of(
                new SessionRoutes(sessions, logins),
                new LoginRoutes(logins),
                new EnrolmentRoutes(enrolments),
                new OrderRoutes(orders),
                new RevocationRoutes(registrars),
                new DemoRoutes(database),
                new DemoLetterRoutes(database, codes));
    }

    private static List<HttpFeature> pages(List<HttpFeature> shop, HttpFeature bank) {
        var all = new ArrayList<>(shop);
        all.add(bank);
        return all;
    }

    /** The base of the bank's API, without a final slash. */
    public URI apiBase() {
        return server.apiBase();
    }

    /** The base of the shop as plain HTTP, without a final slash. */
    public URI shopBase() {
        return server.shopBase();
    }

    ServerPorts ports() {
        return server.ports();
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(profile.url());
        housekeeper.close();
        notifier.close();
        server.close();
        database.close();
        lock.close();
    }
}
