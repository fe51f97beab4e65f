package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be done after an event, and the command that waits for its answer. */
final class Outbox {
    private final News news = new News();
    private final List<EngineEffect> effects = new ArrayList<>();
    private Optional<RequestToken> waiting = Optional.empty();

    /** The command whose answer depends on the person. */
    Optional<RequestToken> waiting() {
        return waiting;
    }

    void waitFor(RequestToken token) {
        waiting = Optional.of(token);
    }

    void nobodyWaits() {
        waiting = Optional.empty();
    }

    void add(EngineEffect effect) {
        effects.add(effect);
    }

    void reply(RequestToken token, LinkReply reply) {
        waiting = waiting.filter(other -> !other.equals(token));
        effects.add(new EngineEffect.Reply(token, reply));
    }

    void refuse(RequestToken token, StatusCode status) {
        effects.add(new EngineEffect.Reply(token, Board.refusal(status)));
    }

    void answerWaiting(LinkReply reply) {
        waiting.ifPresent(token -> reply(token, reply));
    }

    /** Nothing of this event may get out. */
    void clear() {
        effects.clear();
    }

    /** Gives everything out, with the lock, the screen and the status where they are news. */
    List<EngineEffect> drain(boolean locked, Screen screen, Optional<PhoneStatus> status) {
        news.lock(locked).ifPresent(effects::add);
        news.screen(screen).ifPresent(effects::add);
        news.status(status, waiting).ifPresent(effects::add);
        List<EngineEffect> done = List.copyOf(effects);
        effects.clear();
        return done;
    }
}
