package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostQuietTest {
    private static final Hello HELLO = Hello.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final int CHANNEL = 9;

    private HostState state = HostLink.start();
    private long now = 50_000;

    private HostStep on(HostEvent event) {
        HostStep step = HostLink.next(state, event);
        state = step.state();
        return step;
    }

    private void opened() {
        on(new HostEvent.Connected(HELLO, now));
        byte[] answer = new HelloOk(HELLO.nonce(), CHANNEL, 1, 1, 1, 0, 65_536, "Model").encode();
        on(new HostEvent.Arrived(new Accepted(Frame.whole(FrameType.HELLO_OK, 0xFFFF, 0, answer)), now));
    }

    private long quiet() {
        return HostQuiet.millis(state, now);
    }

    @BeforeEach
    void open() {
        opened();
    }

    @Test
    void linkAtRestIsQuietUntilThePing() {
        assertThat(quiet()).isEqualTo(LinkLimits.PING_AFTER);
        now += 1_999;
        assertThat(quiet()).isEqualTo(1);
        now += 1;
        assertThat(quiet()).isZero();
    }

    @Test
    void afterAPingItIsQuietUntilTheNextOneAndNotBeyondTheLoss() {
        now += 2_000;
        on(new HostEvent.Tick(now));
        assertThat(quiet()).isEqualTo(LinkLimits.PING_EVERY);
        now += 1_000;
        on(new HostEvent.Tick(now));
        now += 1_000;
        on(new HostEvent.Tick(now));
        now += 400;
        assertThat(quiet()).isEqualTo(600);
    }

    @Test
    void requestIsSentAgainInTime() {
        on(new HostEvent.Submitted(new byte[] {1}, now));
        assertThat(quiet()).isEqualTo(LinkLimits.RETRANSMIT_AFTER);
        now += 299;
        assertThat(quiet()).isEqualTo(1);
    }

    @Test
    void halfBuiltReplyIsDroppedInTime() {
        on(new HostEvent.Submitted(new byte[] {1}, now));
        on(new HostEvent.Arrived(new Accepted(frame(FrameType.MSG_ACK, CHANNEL, 1)), now));
        now += 1_500;
        on(new HostEvent.Arrived(new Accepted(fragment(CHANNEL, 1, 9_000, 0, 4_096)), now));
        on(new HostEvent.Arrived(new Accepted(frame(FrameType.KEEPALIVE, CHANNEL, 1, 0, 0, 0, 0, 0)), now + 900));
        now += 900;
        assertThat(quiet()).isEqualTo(LinkLimits.ASSEMBLY_AFTER - 900);
    }

    @Test
    void greetingIsRepeatedInTimeAndGivenUpInTime() {
        state = HostLink.start();
        on(new HostEvent.Connected(HELLO, now));
        assertThat(quiet()).isEqualTo(LinkLimits.RETRANSMIT_AFTER);
        now += 4_900;
        on(new HostEvent.Tick(now));
        assertThat(quiet()).isEqualTo(100);
    }

    @Test
    void noTickBeforeItIsDueChangesAnything() {
        for (long later = 0; later < quiet(); later += 10) {
            HostStep step = HostLink.next(state, new HostEvent.Tick(now + later));
            assertThat(step.effects()).as("after %d ms", later).isEmpty();
            assertThat(step.state()).isEqualTo(state);
        }
    }
}
