package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole renewals over real HTTPS with the real chip's end, each followed by a payment. */
class RenewalIT extends EnrolmentSteps {

    private Offered renewing() throws Exception {
        return offered("harbour", EnrolmentPurpose.RENEWAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void keepsKeyAndTriesAndReplacesTheCertificate(String bankId) throws Exception {
        var chip = enrolled(bankId);
        fail(chip, bankId, 3);
        var before = certificate(chip);
        var session = offered(bankId, EnrolmentPurpose.RENEWAL);
        var issued = ok(send(session, chip.renewalRequest(session.offer(), USER)));
        assertThat(chip.conclude(ok(send(session, chip.renewed(issued))))).isTrue();
        assertThat(certificate(chip).fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(certificate(chip).attemptsLeft()).isEqualTo(7);
        var old = bank.bank()
                .database()
                .read(stores -> stores.certificates().find(before.fingerprint()).orElseThrow());
        assertThat(old.status()).isEqualTo(CertificateStatus.SUPERSEDED);
        pay(chip, bankId);
    }

    @Test
    void firstAcceptOfAWaitingRenewalActivatesIt() throws Exception {
        var chip = enrolled("harbour");
        fail(chip, "harbour", 2);
        var session = renewing();
        chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
        assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.PENDING);
        challenged(chip, "harbour");
        assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(certificate(chip).attemptsLeft()).isEqualTo(8);
        pay(chip, "harbour");
    }

    @Test
    void paymentKeySetAfterTheAcceptIsStillAnsweredEnabled() throws Exception {
        var chip = enrolled("harbour");
        var session = renewing();
        var set = chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
        challenged(chip, "harbour");
        assertThat(chip.conclude(ok(send(session, set)))).isTrue();
    }

    @Test
    void waitingRenewalCanBeRenewed() throws Exception {
        var chip = enrolled("harbour");
        var first = renewing();
        chip.renewed(ok(send(first, chip.renewalRequest(first.offer(), USER))));
        var second = renewing();
        var issued = ok(send(second, chip.renewalRequest(second.offer(), USER)));
        assertThat(chip.conclude(ok(send(second, chip.renewed(issued))))).isTrue();
        pay(chip, "harbour");
    }

    @Test
    void wrongPasswordsAreNotForgottenByIt() throws Exception {
        var chip = enrolled("harbour");
        for (int i = 0; i < 5; i++) {
            var offer = bank.offered("harbour", bank.order(bank.newOrderId(), PRICE, List.of()));
            bank.send(offer.sessionId(), chip.accept(offer.offer(), USER, "wrong"));
        }
        var session = renewing();
        chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
        assertProblem(refusedAccept(chip, "harbour"), 429, "TK-402");
    }

    @Test
    void certificateOfSomebodyElseIsNotRenewed() throws Exception {
        var chip = enrolled("harbour");
        var session = renewing();
        assertProblem(send(session, chip.renewalRequest(session.offer(), "bob")), 403, "TK-302");
    }

    @Test
    void voidCertificateIsNotRenewed() throws Exception {
        var chip = enrolled("harbour");
        fail(chip, "harbour", 10);
        var session = renewing();
        assertProblem(send(session, chip.renewalRequest(session.offer(), USER)), 403, "TK-305");
    }

    @Test
    void certificateThatBecameVoidMeanwhileIsNotReplaced() throws Exception {
        var chip = enrolled("harbour");
        var before = certificate(chip);
        var session = renewing();
        var set = chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
        bank.bank()
                .database()
                .useTransaction(
                        stores -> stores.attempts().voidCertificate(before.fingerprint(), bank.clock.instant()));
        assertThat(chip.conclude(ok(send(session, set)))).isFalse();
        assertProblem(refusedAccept(chip, "harbour"), 403, "TK-305");
    }
}
