package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A phone's engine on a medium in memory, driven call by call, and what came out of it. */
final class TestPhone {
    private static final ScreenTexts ENGLISH = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);

    final CuttableMedium medium;
    final List<PhoneStatus> statuses = new ArrayList<>();
    final List<PhoneStatus> lockNews = new ArrayList<>();
    final List<String> screens = new ArrayList<>();
    private final Map<RequestToken, LinkReply> replies = new HashMap<>();
    private PhoneEngine engine;
    private FlashStore flash;
    private Screen screen = new Screen.StorageFailed();
    private Instant now = TestBank.NOW;
    private long tokens;

    TestPhone(CuttableMedium medium) throws FlashException {
        this.medium = medium;
        this.flash = FlashStore.open(medium);
        this.engine =
                new PhoneEngine(flash, new SoftwareChip(flash, RandomSource.secure()), RandomSource.secure(), now);
        take(engine.start());
    }

    /** All that is not in the flash is lost; the phone comes back locked and unlinked. */
    void restart() throws FlashException {
        medium.powerOn();
        flash = FlashStore.open(medium);
        engine = new PhoneEngine(flash, new SoftwareChip(flash, RandomSource.secure()), RandomSource.secure(), now);
        take(engine.start());
    }

    FlashStore flash() {
        return flash;
    }

    /** Unlocked, linked, and let in by the computer that was trusted before. */
    TestPhone ready() throws FlashException {
        act(new UserAction.Unlock());
        replug();
        return this;
    }

    /** Unlocked and on its own network. */
    TestPhone wireless() throws FlashException {
        act(new UserAction.Unlock());
        event(new EngineEvent.LinkClosed());
        event(new EngineEvent.OwnNetworkOpened());
        return this;
    }

    /** Asks the phone to go on with the payment of an order. */
    RequestToken resume(PaymentRequest order) throws FlashException {
        RequestToken token = new RequestToken(1, ++tokens);
        event(new EngineEvent.PaymentResumed(token, TestBank.BANK_ID, order.orderHash()));
        return token;
    }

    void replug() throws FlashException {
        event(new EngineEvent.LinkClosed());
        event(new EngineEvent.LinkOpened());
        call(new LinkRequest.TrustComputer(TestBank.COMPUTER, "Alice’s PC"));
    }

    void event(EngineEvent event) throws FlashException {
        take(engine.next(event));
    }

    void act(UserAction action) throws FlashException {
        event(new EngineEvent.UserActed(action));
    }

    void type(String digits) throws FlashException {
        act(new UserAction.DigitsTyped(digits.toCharArray()));
    }

    void approve() throws FlashException {
        act(new UserAction.EndReached());
        act(new UserAction.Approve());
    }

    void pass(Duration time) throws FlashException {
        now = now.plus(time);
        event(new EngineEvent.Tick(now));
    }

    /** Sends a command and gives its token. */
    RequestToken send(LinkRequest request) throws FlashException {
        RequestToken token = new RequestToken(1, ++tokens);
        event(new EngineEvent.RequestReceived(token, request));
        return token;
    }

    /** Sends a command that is answered at once. */
    LinkReply call(LinkRequest request) throws FlashException {
        return reply(send(request));
    }

    boolean isAnswered(RequestToken token) {
        return replies.containsKey(token);
    }

    LinkReply reply(RequestToken token) {
        LinkReply reply = replies.get(token);
        if (reply == null) {
            throw new AssertionError("no reply yet; the phone shows: " + text());
        }
        return reply;
    }

    LinkRequest.OpenSession opening(byte[] offer) throws FlashException {
        return opening(TestBank.BANK_ID, offer);
    }

    LinkRequest.OpenSession opening(String bankId, byte[] offer) throws FlashException {
        if (!(call(new LinkRequest.GetPhoneInfo()) instanceof LinkReply.PhoneInfo info)) {
            throw new AssertionError("no phone info");
        }
        try {
            SealedCredentials login = CredentialSeal.seal(
                    info.credentialKey(), offer, "alice", TestBank.PASSWORD.toCharArray(), RandomSource.secure());
            return new LinkRequest.OpenSession(bankId, offer, "https://localhost", login);
        } catch (SealException e) {
            throw new AssertionError(e);
        }
    }

    Screen screen() {
        return screen;
    }

    String text() {
        return screen.text(ENGLISH);
    }

    private void take(List<EngineEffect> effects) {
        for (EngineEffect effect : effects) {
            switch (effect) {
                case EngineEffect.Reply(RequestToken token, LinkReply reply) -> replies.put(token, reply);
                case EngineEffect.Status(RequestToken token, PhoneStatus status) -> statuses.add(status);
                case EngineEffect.LockChanged(PhoneStatus status) -> lockNews.add(status);
                case EngineEffect.ScreenChanged(Screen next) -> {
                    screen = next;
                    screens.add(text());
                }
                case EngineEffect.Winked() -> screens.add("wink");
                case EngineEffect.ForeignInput() -> screens.add("foreign input");
            }
        }
    }
}
