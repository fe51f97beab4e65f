package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.CertificateProfile;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.enrolment.ChipRegistrar;
import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.seal.Hashes;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The check before every other: one failing case for each reason, and none of them reaches the password. */
class CertificateCheckIT {

    @RegisterExtension
    private final BankRun run = new BankRun();

    @SuppressWarnings("NullAway.Init")
    private BankFixture bank;

    @SuppressWarnings("NullAway.Init")
    private TestPhone phone;

    @BeforeEach
    void start() throws Exception {
        bank = run.bank();
        phone = TestPhone.of(bank.folder, 1);
    }

    /** With a wrong password too: a code about the certificate shows that the password was not looked at. */
    private void assertRefused(TestPhone with, String code) throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), 100, List.of()));
        Answer answer = bank.send(offered.sessionId(), with.accept(offered.offer(), "alice", "wrong password"));
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(403);
    }

    private CertificateAuthority issuing(Clock clock) {
        return new CertificateAuthority(
                bank.profile.keys().bank(DemoBank.ALL.getFirst()).issuing(),
                KeyAlgorithm.ECDSA_P256,
                clock,
                new SecureRandom());
    }

    private List<byte[]> chain(CertificateAuthority authority, CertificateProfile profile) throws Exception {
        var certificate = authority.issue("CN=harbour-0001", phone.publicKey(), profile);
        return Credential.derChain(authority.chain(certificate));
    }

    private void withCertificate(Consumer<StoresAndPrint> work) throws Exception {
        var print = CertificateStore.fingerprint(
                Hashes.sha256(phone.certificateChain().getFirst()));
        bank.bank().database().useTransaction(stores -> work.accept(new StoresAndPrint(stores, print)));
    }

    private record StoresAndPrint(Stores stores, String print) {}

    @Test
    void foreignRootIsRefused() throws Exception {
        var foreign = CertificateAuthority.createRoot(
                        "CN=Harbour Bank root", KeyAlgorithm.ECDSA_P256, Clock.systemUTC(), new SecureRandom())
                .issueAuthority("CN=Harbour Bank issuing");
        assertRefused(phone.presenting(chain(foreign, CertificateProfile.CHIP)), "TK-302");
    }

    @Test
    void certificateOfAnotherSuiteIsRefused() throws Exception {
        assertRefused(phone.presenting(TestPhone.of(bank.folder, "jade", 1).certificateChain()), "TK-302");
        assertRefused(phone.presenting(TestPhone.of(bank.folder, "summit", 1).certificateChain()), "TK-302");
    }

    @Test
    void expiredIsRefused() throws Exception {
        var past = Clock.fixed(
                Instant.now().minus(CertificateProfile.CHIP.validity()).minus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertRefused(phone.presenting(chain(issuing(past), CertificateProfile.CHIP)), "TK-303");
    }

    @Test
    void notYetValidIsRefused() throws Exception {
        var future = Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertRefused(phone.presenting(chain(issuing(future), CertificateProfile.CHIP)), "TK-302");
    }

    @Test
    void otherPurposeIsRefused() throws Exception {
        assertRefused(phone.presenting(chain(issuing(Clock.systemUTC()), CertificateProfile.MERCHANT)), "TK-302");
    }

    @Test
    void unknownCertificateOfTheOwnRootIsRefused() throws Exception {
        assertRefused(phone.presenting(chain(issuing(Clock.systemUTC()), CertificateProfile.CHIP)), "TK-302");
    }

    @Test
    void certificateOfAnotherBankIsRefused() throws Exception {
        bank.bank()
                .database()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE chip_certificate SET bank_id = 'jade'"));
        assertRefused(phone, "TK-302");
    }

    @Test
    void pendingIsRefused() throws Exception {
        var registrar = new ChipRegistrar(
                "harbour", issuing(Clock.systemUTC()), bank.bank().database(), Clock.systemUTC());
        var issued = registrar.issue("harbour-0001", phone.publicKey());
        assertRefused(phone.presenting(issued.derChain()), "TK-302");
    }

    @Test
    void revokedIsRefusedAndListed() throws Exception {
        withCertificate(each -> each.stores().certificates().revoke(each.print(), Instant.now()));
        assertRefused(phone, "TK-304");
        var list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        bank.get("/tk1/banks/harbour/crl").body()));
        list.verify(bank.profile
                .keys()
                .bank(DemoBank.ALL.getFirst())
                .issuing()
                .leaf()
                .getPublicKey());
        assertThat(list.getRevokedCertificates()).hasSize(1);
    }

    @Test
    void voidIsRefused() throws Exception {
        withCertificate(each -> each.stores().attempts().voidCertificate(each.print(), Instant.now()));
        assertRefused(phone, "TK-305");
    }

    @Test
    void certificateOfAnotherKeyIsMalformed() throws Exception {
        var other = issuing(Clock.systemUTC()).issueWithNewKey("CN=other", CertificateProfile.CHIP, List.of());
        bank.bank().database().useTransaction(stores -> {
            var der = other.derChain().getFirst();
            var print = CertificateStore.fingerprint(Hashes.sha256(der));
            stores.certificates().insertPending(print, "harbour", "harbour-0001", "77", der, Instant.now());
            stores.certificates().activate(print, new byte[32], Instant.now());
        });
        var offered = bank.offered(bank.order(bank.newOrderId(), 100, List.of()));
        var accept = phone.presenting(other.derChain()).accept(offered.offer(), "alice", TestPhone.PASSWORD);
        assertThat(bank.send(offered.sessionId(), accept).text()).contains("TK-607");
    }
}
