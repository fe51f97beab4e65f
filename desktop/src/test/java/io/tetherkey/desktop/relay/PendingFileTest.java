package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PendingFileTest {

    private static final byte[] MESSAGE = {7, 8, 9};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyKindOfCallAndStageComesBack(Stage stage) throws Exception {
        PendingFile file = new PendingFile(folder.resolve("pending.cbor"));
        for (PendingCall call : new PendingCall[] {
            new PendingCall.LoginNeeded(),
            new PendingCall.ForBank(new BankCall.Deliver(Samples.SESSION, MESSAGE)),
            new PendingCall.ForPhone(new PhoneCall.Relay(Samples.SESSION, MESSAGE))
        }) {
            var pending = new PendingPayment(MESSAGE, Samples.NOW, "harbour", 2, stage, call);
            file.save(pending);
            assertThat(file.load()).contains(pending);
        }
        file.erase();
        assertThat(file.load()).isEmpty();
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] bytes = PendingFile.encode(sample());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PendingFile.decode(cut)).isInstanceOf(CborException.class);
        }
    }

    @Test
    void damagedRecordIsSetAsideAndCountsAsNone() throws IOException {
        Path path = folder.resolve("pending.cbor");
        Files.write(path, new byte[] {1, 2, 3});
        assertThat(new PendingFile(path).load()).isEqualTo(Optional.empty());
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("pending.cbor.damaged")).exists();
    }

    private static PendingPayment sample() {
        return new PendingPayment(
                MESSAGE,
                Samples.NOW,
                "harbour",
                2,
                Stage.CONFIRM_PAYMENT,
                new PendingCall.ForBank(new BankCall.Deliver(Samples.SESSION, MESSAGE)));
    }
}
