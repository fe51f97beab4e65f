package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.HostState.Lost;
import java.util.ArrayList;
import java.util.List;

/** The PC's end of a link by itself: a test feeds it events and reads what it says. */
abstract class HostLinkSetting {
    static final Hello HELLO = Hello.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    static final int BROADCAST = 0xFFFF;
    static final int CHANNEL = 9;

    HostState state = HostLink.start();
    long now = 50_000;
    List<HostEffect> effects = List.of();

    void on(HostEvent event) {
        HostStep step = HostLink.next(state, event);
        state = step.state();
        effects = step.effects();
    }

    void arrives(FrameResult result) {
        on(new HostEvent.Arrived(result, now));
    }

    void arrives(Frame frame) {
        arrives(new Accepted(frame));
    }

    void tickAfter(long millis) {
        now += millis;
        on(new HostEvent.Tick(now));
    }

    List<Frame> sent() {
        List<Frame> frames = new ArrayList<>();
        for (HostEffect effect : effects) {
            if (effect instanceof HostEffect.Send send) {
                frames.addAll(Wire.frames(send.wire()));
            }
        }
        return frames;
    }

    List<HostEffect> told() {
        return effects.stream().filter(e -> !(e instanceof HostEffect.Send)).toList();
    }

    void greeting() {
        on(new HostEvent.Connected(HELLO, now));
    }

    static HelloOk answer(int version, int maxMessage) {
        return new HelloOk(HELLO.nonce(), CHANNEL, version, 1, 3, 0, maxMessage, "Model");
    }

    void helloOk(HelloOk answer) {
        arrives(Frame.whole(FrameType.HELLO_OK, BROADCAST, 0, answer.encode()));
    }

    void ready() {
        greeting();
        helloOk(answer(1, 65_536));
    }

    void sending() {
        ready();
        on(new HostEvent.Submitted(new byte[] {5, 6}, now));
    }

    void waiting() {
        sending();
        arrives(frame(FrameType.MSG_ACK, CHANNEL, 1));
    }

    void assertLost(LinkLoss why) {
        assertThat(state).isEqualTo(new Lost(why));
        assertThat(told()).containsExactly(new HostEffect.Down(why));
    }
}
