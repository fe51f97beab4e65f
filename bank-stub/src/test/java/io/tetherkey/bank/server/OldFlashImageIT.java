package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.SlotResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies a phone's flash and puts the old image back is found by the bank, and the certificate is void. */
class OldFlashImageIT {
    private static final long PRICE = 1_234;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void oldImagePutBackPaysNothingAndVoidsTheCertificate(String bankId) throws Exception {
        try (var bank = new BankFixture(folder.resolve("profile"))) {
            byte[] image = Files.readAllBytes(bank.folder.resolve("phone").resolve("flash.bin"));
            var phone = new EnginePhone(image);
            assertThat(result(phone.pay(bank, bankId, order(bank)))).isEqualTo(SlotResult.PAID);
            assertThat(result(phone.pay(bank, bankId, order(bank)))).isEqualTo(SlotResult.PAID);
            long before = bank.sumOfBalances();
            long merchant = bank.balance(DemoShop.PAYEE_ACCOUNT);

            var id = bank.newOrderId();
            LinkReply end = new EnginePhone(image).pay(bank, bankId, bank.order(id, PRICE, List.of(bankId)));

            assertThat(result(end)).isEqualTo(SlotResult.PAYMENT_FAILED);
            assertThat(bank.status(id).reason()).isEqualTo("TK-305");
            assertThat(bank.balance(DemoShop.PAYEE_ACCOUNT)).isEqualTo(merchant);
            assertThat(bank.sumOfBalances()).isEqualTo(before);
        }
    }

    private static byte[] order(BankFixture bank) {
        return bank.order(bank.newOrderId(), PRICE, List.of());
    }

    private static SlotResult result(LinkReply reply) {
        if (reply instanceof LinkReply.Ended ended) {
            return ended.outcome().result();
        }
        throw new AssertionError("the payment ended with " + reply);
    }
}
