package io.tetherkey.desktop.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.MovingClock;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextInLineTest {

    private static final Duration LIFE =
            Duration.between(Samples.NOW, Samples.ORDER.order().expiresAt());

    private final MovingClock clock = new MovingClock();
    private final List<Optional<Waiting>> told = new ArrayList<>();
    private final NextInLine line = new NextInLine(clock, told::add);

    @Test
    void firstKeepsThePlaceAgainstAFlood() {
        Waiting first = order(0);
        assertThat(line.offer(first)).isTrue();
        for (int i = 1; i <= 40; i++) {
            assertThat(line.offer(order(i))).isFalse();
        }
        assertThat(told).containsExactly(Optional.of(first));
        assertThat(line.take()).contains(first);
    }

    @Test
    void sameOneOnceMoreChangesNothing() {
        line.offer(order(1));
        assertThat(line.offer(order(1))).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void droppedOneIsForgottenAndTheNextMayWait() {
        line.offer(order(1));
        line.drop();
        assertThat(told).last().isEqualTo(Optional.empty());
        assertThat(line.offer(order(2))).isTrue();
    }

    @Test
    void expiredOneIsNotOpenedAndKeepsNobodyOut() {
        line.offer(order(1));
        clock.pass(LIFE);
        assertThat(line.take()).isEmpty();
        assertThat(told).last().isEqualTo(Optional.empty());
        line.offer(order(1));
        Waiting later = new Waiting.Payment(order(2).order());
        assertThat(line.offer(later)).isTrue();
    }

    @Test
    void emptyPlaceTellsNothing() {
        assertThat(line.take()).isEmpty();
        line.drop();
        assertThat(told).isEmpty();
    }

    private static Waiting.Payment order(int number) {
        VerifiedOrder sample = Samples.order("%032x".formatted(number));
        byte[] hash = new byte[32];
        hash[0] = (byte) number;
        return new Waiting.Payment(new VerifiedOrder(sample.order(), sample.signedOrder(), hash));
    }
}
