package io.tetherkey.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever taps the cable reads noise: nothing of the payment, the login or the payment key is there in clear. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TapIT {
    /** 4,321.98 yuan as CBOR: a number that is nowhere by chance. */
    private static final byte[] AMOUNT = HexFormat.of().parseHex("1a00069846");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void cableCarriesNoNameAmountPasswordOrPaymentKeyInClear() throws Exception {
        try (DemoHouse house = new DemoHouse(folder);
                RecordingCable cable = new RecordingCable(house.phone())) {
            List<String> said = new CopyOnWriteArrayList<>();
            var order = house.order("4321.98");
            ChildProcess app = house.drive(cable.address(), order.link(), said::add);
            assertThat(app.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();

            byte[] sent = payloads(cable.toPhone());
            byte[] received = payloads(cable.toComputer());
            assertThat(contains(sent, "harbour".getBytes(UTF_8)))
                    .as("the tap reads what is not sealed, such as the bank's id")
                    .isTrue();
            for (byte[] recording : List.of(cable.toPhone(), cable.toComputer(), sent, received)) {
                for (String secret : List.of("alice", "harbour-demo", "135790", "Lotus", "荷塘茶舍", "4321.98", "CNY")) {
                    assertThat(contains(recording, secret.getBytes(UTF_8)))
                            .as(secret)
                            .isFalse();
                }
                assertThat(contains(recording, AMOUNT)).as("the amount as CBOR").isFalse();
            }
        }
    }

    /** The payloads of all frames in a row, so that nothing hides behind the framing. */
    private static byte[] payloads(byte[] stream) {
        ByteArrayOutputStream payloads = new ByteArrayOutputStream();
        for (FrameResult result : new FrameDecoder().feed(stream, stream.length)) {
            if (result instanceof FrameResult.Accepted(var frame)) {
                payloads.writeBytes(frame.payload());
            }
        }
        return payloads.toByteArray();
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
