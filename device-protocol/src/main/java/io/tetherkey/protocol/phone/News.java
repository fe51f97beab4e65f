package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.Optional;

/** Remembers what was shown and told last, and lets through what is new. */
final class News {
    private Optional<Screen> shown = Optional.empty();
    private Optional<Boolean> lock = Optional.empty();
    private Optional<PhoneStatus> told = Optional.empty();

    Optional<EngineEffect> screen(Screen screen) {
        if (shown.filter(screen::equals).isPresent()) {
            return Optional.empty();
        }
        shown = Optional.of(screen);
        return Optional.of(new EngineEffect.ScreenChanged(screen));
    }

    /** Whether the phone is locked; the first time it is no change. */
    Optional<EngineEffect> lock(boolean locked) {
        boolean changed = lock.filter(before -> before != locked).isPresent();
        lock = Optional.of(locked);
        return changed ? Optional.of(new EngineEffect.LockChanged(FaceOfPhone.lock(locked))) : Optional.empty();
    }

    /** The status of the command that waits; without one there is nothing to tell. */
    Optional<EngineEffect> status(Optional<PhoneStatus> status, Optional<RequestToken> waiting) {
        if (status.equals(told)) {
            return Optional.empty();
        }
        told = status;
        return status.flatMap(now -> waiting.map(token -> new EngineEffect.Status(token, now)));
    }
}
