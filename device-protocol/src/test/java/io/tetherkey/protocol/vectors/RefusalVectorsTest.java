package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.VectorReader.all;
import static io.tetherkey.protocol.vectors.VectorReader.hex;
import static io.tetherkey.protocol.vectors.VectorReader.named;
import static io.tetherkey.protocol.vectors.VectorReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStateCodec;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStateCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends refuse what the published files say, with the status that stands there, and stay as they were. */
class RefusalVectorsTest {
    private static final String TAKEN = "taken";

    @ParameterizedTest
    @CsvSource({"classic, 125", "gm, 125", "post-quantum, 50"})
    void everyBadMessageGetsItsOneAnswer(String suite, int least) throws Exception {
        var session = VectorReader.file("session-" + suite + ".json");
        var paid = named(session, "sessions", "paid");
        Map<String, BankState> banks = new HashMap<>();
        Map<String, ChipState> chips = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (CBORObject row : all(VectorReader.file("refusals-" + suite + ".json"), "refused")) {
            String after = text(row, "after");
            String answer;
            if (text(row, "to").equals("bank")) {
                if (!banks.containsKey(after)) {
                    banks.put(after, new VectorEnds(session, paid).bankAfter(after));
                }
                answer = bank(new VectorEnds(session, paid), banks.get(after), hex(row, "bytes"));
            } else if (after.isEmpty()) {
                answer = opened(new VectorEnds(session, paid), hex(row, "bytes"));
            } else {
                if (!chips.containsKey(after)) {
                    chips.put(after, new VectorEnds(session, paid).chipAfter(after));
                }
                answer = chip(new VectorEnds(session, paid), chips.get(after), hex(row, "bytes"));
            }
            if (!answer.equals(text(row, "status"))) {
                wrong.add(text(row, "id") + " " + text(row, "meaning") + ": " + answer);
            }
            rows++;
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThanOrEqualTo(least);
    }

    private static String bank(VectorEnds ends, BankState state, byte[] message) throws SealException {
        byte[] before = BankStateCodec.encode(state);
        try {
            ends.bankTakes(state, message, "LoginResult");
            return TAKEN;
        } catch (ProtocolException e) {
            assertThat(BankStateCodec.encode(state)).isEqualTo(before);
            return e.status().name();
        }
    }

    private static String opened(VectorEnds ends, byte[] offer) {
        try {
            ends.accept(offer);
            return TAKEN;
        } catch (ProtocolException e) {
            return e.status().name();
        }
    }

    private static String chip(VectorEnds ends, ChipState state, byte[] message) {
        byte[] before = ChipStateCodec.encode(state);
        try {
            ends.chipTakes(state, message, "Authorization");
            return TAKEN;
        } catch (ProtocolException e) {
            assertThat(ChipStateCodec.encode(state)).isEqualTo(before);
            return e.status().name();
        }
    }
}
