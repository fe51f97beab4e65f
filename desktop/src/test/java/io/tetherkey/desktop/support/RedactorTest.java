package io.tetherkey.desktop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(known());

    private static Map<String, Taken> known() {
        Map<String, Taken> known = new LinkedHashMap<>();
        known.put("alice", Taken.USER);
        known.put("/home/alice", Taken.HOME);
        known.put("ALICES-PC", Taken.HOST);
        known.put("R58N12ABCDE", Taken.SERIAL);
        known.put("Lotus Tea House 荷塘茶舍", Taken.NAME);
        known.put("x", Taken.NAME);
        known.put("", Taken.NAME);
        return known;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log at /home/alice/.local/share | log at <home>/.local/share",
                "user=Alice, malice | user=<user>, malice",
                "host alices-pc up | host <host> up",
                "serial R58N12ABCDE. | serial <serial>.",
                "to Lotus Tea House 荷塘茶舍 now | to <name> now",
                "open tetherkey://pay?order=hEOhASagWEu | open <link>",
                "amount=128.00 paid | amount=<amount> paid",
                "paid 5,000.00 CNY | paid <amount>",
                "paid 1500 JPY | paid <amount>",
                "order 00112233445566778899aabbccddeeff | order 00112233…",
                "session id=92cba2e9 | session id=92cba2e9",
            })
    void takesOutWhatIsPrivate(String before, String after) {
        assertThat(redactor.redact(before).text()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15:37:19.901 INFO order settled",
                "2026-03-05 10:00:00.120 DEBUG took 12 ms",
                "java.version=25.0.3",
                "libusb 1.0.26, version 4.0.18",
                "tcp://127.0.0.1:7337",
                "usb 04e8:6860 TK-106",
                "an x-ray of x"
            })
    void leavesWhatHelps(String line) {
        assertThat(redactor.redact(line).text()).isEqualTo(line);
    }

    @Test
    void longEncodedDataGoes() {
        assertThat(redactor.redact("body " + "aZ09+/".repeat(20) + " end").text())
                .isEqualTo("body <data> end");
    }

    @Test
    void tellsHowOftenWhatWasTakenOut() {
        assertThat(redactor.redact("alice paid 12.00 and 13.00").taken())
                .containsOnly(Map.entry(Taken.USER, 1), Map.entry(Taken.AMOUNT, 2));
    }
}
