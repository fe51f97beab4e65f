package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkRequest;
import java.time.Instant;

/** What happens to the phone's engine. */
public sealed interface EngineEvent {

    /** A computer greeted the phone over a fresh link; nothing of an earlier link holds any more. */
    record LinkOpened() implements EngineEvent {}

    /** The cable is out or the link was given up. */
    record LinkClosed() implements EngineEvent {}

    /**
     * A command came in.
     *
     * @param token names the command in the engine's effects; the link chooses it and never gives it twice
     */
    record RequestReceived(RequestToken token, LinkRequest request) implements EngineEvent {}

    /** The computer does not want the answer any more. A command that was answered stays answered. */
    record RequestCancelled(RequestToken token) implements EngineEvent {}

    /** The person did something. */
    record UserActed(UserAction action) implements EngineEvent {}

    /** Time went on. The engine knows no other clock. */
    record Tick(Instant now) implements EngineEvent {}
}
