package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.SlotIdentity;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLeaksTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path profile;

    @Test
    void secondsPastAMinuteAreNoAmount() throws IOException {
        log("15:37:19.901 INFO  i.t.b.s.ShopOrders order settled id=92cba2e9");
        assertThat(LogLeaks.in(profile, "", "")).isEmpty();
    }

    @Test
    void amountAfterTheTimeIsALeak() throws IOException {
        log("15:37:18.001 INFO  i.t.b.s.ShopOrders order settled amount=19.90");
        assertThat(LogLeaks.in(profile, "", "")).singleElement().asString().startsWith("bank.log has 19.90");
    }

    @Test
    void secretIsALeakWhereverItStands() throws IOException {
        log("15:37:18.001 WARN  i.t.b.s.Sessions user=alice");
        assertThat(LogLeaks.in(profile, "key 135790", "LOTUS-0001"))
                .extracting(leak -> leak.replaceAll(" has .*", ""))
                .containsExactly("bank.log", "standard output", "standard error");
    }

    @Test
    void keyOfThePhoneIsALeakInEachForm() throws IOException {
        var random = RandomSource.secure();
        var phone = FlashProvisioning.open(profile.resolve("phone/flash.bin"), random, Clock.systemUTC());
        phone.createSlot(new SlotIdentity("slot-1", "harbour", "Harbour Bank", "港湾银行", 1));
        List<String> markers = KeyMarkers.of(profile);
        assertThat(markers).hasSize(15);
        for (String marker : markers) {
            assertThat(LogLeaks.in(profile, "", "state " + marker)).isNotEmpty();
        }
        assertThat(LogLeaks.in(profile, "", "state 0102")).isEmpty();
    }

    private void log(String line) throws IOException {
        Files.writeString(profile.resolve("bank.log"), line + System.lineSeparator());
    }
}
