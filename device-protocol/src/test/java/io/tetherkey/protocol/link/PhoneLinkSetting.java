package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.frame;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameType;
import java.util.ArrayList;
import java.util.List;

/** The phone's end of a link by itself: a test feeds it events and reads what it says. */
abstract class PhoneLinkSetting {
    static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8};
    static final int BROADCAST = 0xFFFF;

    PhoneState state = PhoneLink.start("Model");
    long now = 50_000;
    List<PhoneEffect> effects = List.of();

    void on(PhoneEvent event) {
        PhoneStep step = PhoneLink.next(state, event);
        state = step.state();
        effects = step.effects();
    }

    void arrives(FrameResult result) {
        on(new PhoneEvent.Arrived(result, now));
    }

    void arrives(Frame frame) {
        arrives(new Accepted(frame));
    }

    void tickAfter(long millis) {
        now += millis;
        on(new PhoneEvent.Tick(now));
    }

    List<Frame> sent() {
        List<Frame> frames = new ArrayList<>();
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                frames.addAll(Wire.frames(send.wire()));
            }
        }
        return frames;
    }

    List<PhoneEffect> told() {
        return effects.stream().filter(e -> !(e instanceof PhoneEffect.Send)).toList();
    }

    void hello(Hello hello) {
        arrives(Frame.whole(FrameType.HELLO, BROADCAST, 0, hello.encode()));
    }

    void idle() {
        hello(Hello.of(NONCE));
    }

    void working() {
        idle();
        arrives(frame(FrameType.MSG, 1, 1, 5, 6));
    }
}
