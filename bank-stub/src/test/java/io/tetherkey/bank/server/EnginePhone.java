package io.tetherkey.bank.server;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.phone.EngineEffect;
import io.tetherkey.protocol.phone.EngineEvent;
import io.tetherkey.protocol.phone.PhoneEngine;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The whole phone engine over an image of its flash, with a user who types the right payment key and approves. */
final class EnginePhone {
    private final PhoneEngine engine;
    private long tokens;
    private Optional<LinkReply> reply = Optional.empty();
    private Optional<Screen> screen = Optional.empty();

    /** A flash in memory that begins as an image. */
    private static final class Image implements FlashMedium {
        private byte[] content;

        Image(byte[] content) {
            this.content = content.clone();
        }

        @Override
        public Optional<byte[]> read() {
            return Optional.of(content.clone());
        }

        @Override
        public void append(byte[] bytes) {
            var out = new ByteArrayOutputStream();
            out.writeBytes(content);
            out.writeBytes(bytes);
            content = out.toByteArray();
        }

        @Override
        public void replace(byte[] bytes) {
            content = bytes.clone();
        }
    }

    EnginePhone(byte[] flashImage) throws FlashException {
        var flash = FlashStore.open(new Image(flashImage));
        var random = RandomSource.secure();
        engine = new PhoneEngine(flash, new SoftwareChip(flash, random), random, Instant.now());
        take(engine.start());
        act(new UserAction.Unlock());
        take(engine.next(new EngineEvent.LinkOpened()));
        call(new LinkRequest.TrustComputer(new byte[16], "test"));
    }

    /** Pays an order at a bank and gives the end. */
    LinkReply pay(BankFixture bank, String bankId, byte[] order) throws Exception {
        var offered = bank.offered(bankId, order);
        if (!(call(new LinkRequest.GetPhoneInfo()) instanceof LinkReply.PhoneInfo info)) {
            throw new AssertionError("no phone info");
        }
        var login = CredentialSeal.seal(
                info.credentialKey(),
                offered.offer(),
                DemoProfile.USER,
                TestPhone.PASSWORD.toCharArray(),
                RandomSource.secure());
        LinkReply answer = call(new LinkRequest.OpenSession(bankId, offered.offer(), "https://localhost", login));
        while (answer instanceof LinkReply.Forward forward) {
            var next = bank.send(offered.sessionId(), forward.message());
            if (next.status() != 200) {
                throw new AssertionError("the bank refuses: " + next.text());
            }
            answer = call(new LinkRequest.Relay(forward.sessionId(), next.body()));
        }
        return answer;
    }

    private LinkReply call(LinkRequest request) throws FlashException {
        reply = Optional.empty();
        take(engine.next(new EngineEvent.RequestReceived(new RequestToken(1, ++tokens), request)));
        if (reply.isEmpty() && screen.orElseThrow() instanceof Screen.EnterPaymentKey) {
            act(new UserAction.DigitsTyped(TestPhone.RIGHT_KEY.toCharArray()));
        } else if (reply.isEmpty()) {
            act(new UserAction.EndReached());
            act(new UserAction.Approve());
        }
        return reply.orElseThrow();
    }

    private void act(UserAction action) throws FlashException {
        take(engine.next(new EngineEvent.UserActed(action)));
    }

    private void take(List<EngineEffect> effects) {
        for (EngineEffect effect : effects) {
            if (effect instanceof EngineEffect.Reply(RequestToken token, LinkReply given)) {
                reply = Optional.of(given);
            } else if (effect instanceof EngineEffect.ScreenChanged(Screen next)) {
                screen = Optional.of(next);
            }
        }
    }
}
