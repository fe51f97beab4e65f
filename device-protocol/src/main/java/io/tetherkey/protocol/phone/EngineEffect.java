package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.phone.screen.Screen;

/** What is to be done after an event. What a reply promises is in the flash before the effect exists. */
public sealed interface EngineEffect {

    /** Send the answer to a command. */
    record Reply(RequestToken token, LinkReply reply) implements EngineEffect {}

    /** Tell the computer, while its command waits, what the phone waits for. */
    record Status(RequestToken token, PhoneStatus status) implements EngineEffect {}

    /** Tell the computer, though none of its commands waits, that the phone was locked or unlocked. */
    record LockChanged(PhoneStatus status) implements EngineEffect {}

    /** Show another screen. */
    record ScreenChanged(Screen screen) implements EngineEffect {}

    /** Draw the person's eye to this phone. */
    record Winked() implements EngineEffect {}

    /** Tell the person that something outside the phone can press its keys or tried to, in vain. */
    record ForeignInput() implements EngineEffect {}
}
