package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.VectorReader.named;
import static io.tetherkey.protocol.vectors.VectorReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStep;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each end alone, driven with what the other one said in the published files, says what stands there. */
class SessionVectorsTest {

    static Stream<Arguments> sessions() {
        return Arrays.stream(Suite.values())
                .flatMap(suite -> Stream.concat(
                        Stream.of("paid", "failed-then-declined", "void")
                                .map(session -> Arguments.of("session-" + VectorFiles.name(suite) + ".json", session)),
                        Stream.of("logged-in", "failed-then-logged-in")
                                .map(session -> Arguments.of("login-" + VectorFiles.name(suite) + ".json", session))));
    }

    private static VectorEnds ends(String name, String session) throws Exception {
        var file = VectorReader.file(name);
        return new VectorEnds(file, named(file, "sessions", session));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void bankSaysWhatTheFileSaysToTheStoredChip(String file, String session) throws Exception {
        var ends = ends(file, session);
        List<String> theirs = ends.messagesOf("chip");
        List<String> own = ends.messagesOf("bank");
        BankStep step = ends.offer();
        assertThat(VectorEnds.sent(step, ends.bytes("Offer"))).as("Offer").isTrue();
        for (int i = 0; i < theirs.size(); i++) {
            step = ends.bankTakes(step.state(), ends.bytes(theirs.get(i)), own.get(i + 1));
            assertThat(VectorEnds.sent(step, ends.bytes(own.get(i + 1))))
                    .as(own.get(i + 1))
                    .isTrue();
        }
        assertThat(step.state()).isInstanceOf(BankState.Finished.class);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void chipSaysWhatTheFileSaysToTheStoredBank(String file, String session) throws Exception {
        var ends = ends(file, session);
        List<String> theirs = ends.messagesOf("bank");
        List<String> own = ends.messagesOf("chip");
        ChipStep step = ends.accept(ends.bytes("Offer"));
        assertThat(VectorEnds.sent(step, ends.bytes("Accept"))).as("Accept").isTrue();
        for (int i = 1; i < own.size(); i++) {
            step = ends.chipTakes(step.state(), ends.bytes(theirs.get(i)), own.get(i));
            assertThat(VectorEnds.sent(step, ends.bytes(own.get(i))))
                    .as(own.get(i))
                    .isTrue();
        }
        step = ends.chipTakes(step.state(), ends.bytes(theirs.getLast()), "");
        assertThat(step.state()).isInstanceOf(ChipState.Closed.class);
        assertThat(outcome(step.effect()))
                .isEqualTo(
                        switch (text(ends.session, "name")) {
                            case "paid" -> SlotResult.PAID;
                            case "void" -> SlotResult.VOID;
                            case "logged-in", "failed-then-logged-in" -> SlotResult.ALLOWED;
                            default -> SlotResult.DECLINED;
                        });
    }

    private static SlotResult outcome(ChipEffect effect) {
        return switch (effect) {
            case ChipEffect.Finish finish -> finish.outcome().result();
            case ChipEffect.LoggedIn loggedIn -> loggedIn.outcome().result();
            case ChipEffect.EraseSlot erase -> erase.outcome().result();
            default -> throw new AssertionError("not the end: " + effect);
        };
    }
}
