package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SessionContents.AcceptContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SecretText;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Suite;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The bank's end of a sealed session (PROTOCOL.md, "Bank"). Pure: state and event in, state and effect out; clock and
 * store are the caller's, randomness is injected. An exception leaves the caller's state as it was.
 */
public final class BankSession {
    private final BankIdentity identity;
    private final RandomSource random;

    public BankSession(BankIdentity identity, RandomSource random) {
        this.identity = identity;
        this.random = random;
    }

    /** Makes a signed Offer with a fresh KEM key. */
    public BankStep open(OfferTerms terms) {
        Suite suite = identity.signer().suite();
        var kemKeys = suite.generateKemKeyPair(random);
        var offer = new Offer(
                identity.bankId(),
                terms.sessionId(),
                identity.suites(),
                suite.id(),
                kemKeys.publicKey(),
                random.bytes(Offer.NONCE),
                terms.issuedAt(),
                terms.timeToLive(),
                terms.contextHash());
        byte[] signed = CoseSign1.signWithChain(identity.signer(), CoseSign1.Use.OFFER, offer.encode())
                .encode();
        return new BankStep(
                new BankState.Offered(terms.sessionId().clone(), signed, kemKeys), new BankEffect.Send(signed));
    }

    /**
     * Takes one event.
     *
     * @throws ProtocolException UNKNOWN_SESSION, CONFLICT, SUITE, BAD_ENCODING or BAD_MESSAGE if a message does not fit;
     *     nothing has changed then
     * @throws IllegalStateException if the event is the caller's own and does not fit the state
     */
    public BankStep next(BankState state, BankEvent event) throws ProtocolException {
        return switch (event) {
            case BankEvent.Received(byte[] message) -> received(state, message);
            case BankEvent.CertificateVerified() ->
                certificateVerified(expect(state, BankState.CertificatePresented.class));
            case BankEvent.PasswordVerified verified ->
                passwordVerified(expect(state, BankState.PasswordPresented.class), verified);
            case BankEvent.LoginAllowed(PaymentRequest request) ->
                loginAllowed(expect(state, BankState.Answered.class), request);
            case BankEvent.LoggedIn() -> loggedIn(expect(state, BankState.Answered.class));
            case BankEvent.LoginFailed(int left, byte[] challenge) ->
                loginFailed(expect(state, BankState.Answered.class), left, challenge);
            case BankEvent.LoginVoided() -> loginVoided(expect(state, BankState.Answered.class));
            case BankEvent.Settled(byte[] receipt) -> settled(expect(state, BankState.Authorized.class), receipt);
        };
    }

    private BankStep received(BankState state, byte[] message) throws ProtocolException {
        return switch (state) {
            case BankState.Offered offered -> accept(offered, message);
            case BankState.Challenged challenged
            when challenged.exchange().isLast(message) ->
                new BankStep(state, new BankEffect.Resend(challenged.exchange().lastOut()));
            case BankState.Challenged challenged -> response(challenged, message);
            case BankState.AwaitingAuthorization awaiting
            when awaiting.exchange().isLast(message) ->
                new BankStep(state, new BankEffect.Resend(awaiting.exchange().lastOut()));
            case BankState.AwaitingAuthorization awaiting -> authorization(awaiting, message);
            case BankState.Finished finished
            when finished.exchange().isLast(message) ->
                new BankStep(state, new BankEffect.Resend(finished.exchange().lastOut()));
            case BankState.Finished finished -> throw Channel.outOfTurn();
            case BankState.CertificatePresented presented -> throw Channel.outOfTurn();
            case BankState.PasswordPresented presented -> throw Channel.outOfTurn();
            case BankState.Answered answered -> throw Channel.outOfTurn();
            case BankState.Authorized authorized -> throw Channel.outOfTurn();
        };
    }

    private BankStep accept(BankState.Offered offered, byte[] message) throws ProtocolException {
        Suite suite = identity.signer().suite();
        var accept = Accept.decode(message);
        Channel.requireSession(offered.sessionId(), accept.sessionId());
        if (accept.suite() != suite.id()) {
            throw new ProtocolException(StatusCode.SUITE, "Accept in another suite than offered");
        }
        byte[] th2 = Transcript.th2(suite, offered.offer(), accept);
        try {
            var seal = AcceptSeal.ofBank(suite, offered.kemKeys(), accept.enc(), th2);
            if (!(SessionCodec.decode(seal.open(th2, accept.sealed())) instanceof AcceptContents contents)) {
                throw Channel.outOfTurn();
            }
            requireOwnChoice(identity, contents.suites());
            byte[] th3 = Transcript.th3(suite, th2, message);
            SessionKeys keys = seal.sessionKeys(th3);
            byte[] claimedSpki = Certificates.spki(first(contents.unverifiedChain()));
            var shared = new Established(offered.sessionId(), th3, keys, new byte[0]);
            return new BankStep(
                    new BankState.CertificatePresented(shared, message, th2, contents, claimedSpki),
                    new BankEffect.VerifyCertificate(contents.unverifiedChain(), contents.origin()));
        } catch (SealException | CertificateException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "Accept does not hold", e);
        }
    }

    /** The bank recomputes the choice: the highest suite that both lists hold. */
    static void requireOwnChoice(BankIdentity identity, List<Integer> chipSuites) throws ProtocolException {
        int highest = identity.suites().stream()
                .filter(chipSuites::contains)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        if (highest != identity.signer().suite().id()) {
            throw new ProtocolException(StatusCode.SUITE, "suite lists do not lead to this suite");
        }
    }

    private static byte[] first(List<byte[]> chain) throws ProtocolException {
        if (chain.isEmpty()) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "Accept without a certificate");
        }
        return chain.getFirst();
    }

    private BankStep certificateVerified(BankState.CertificatePresented presented) throws ProtocolException {
        var contents = presented.unverifiedContents();
        Established shared = presented.shared();
        if (!shared.suite()
                .verify(
                        presented.claimedSpki(),
                        Transcript.acceptSignatureInput(presented.th2()),
                        contents.signature())) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "Accept is not signed by its certificate's key");
        }
        var known =
                new Established(shared.sessionId(), shared.transcriptHash(), shared.keys(), presented.claimedSpki());
        return new BankStep(
                new BankState.PasswordPresented(known, presented.accept()),
                new BankEffect.VerifyPassword(contents.userName(), characters(contents.password())));
    }

    private static char[] characters(byte[] utf8) {
        try {
            return SecretText.characters(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private BankStep passwordVerified(BankState.PasswordPresented presented, BankEvent.PasswordVerified verified) {
        var exchange = new Exchange(-1, 0, new byte[0], new byte[0]).taken(presented.accept());
        byte[] message = Channel.seal(
                presented.shared(),
                Direction.BANK_TO_CHIP,
                exchange.sent(),
                new SessionContents.Challenge(verified.challenge(), verified.attemptsLeft(), verified.purpose()));
        return new BankStep(
                new BankState.Challenged(
                        presented.shared(),
                        exchange.answered(message),
                        verified.challenge().clone()),
                new BankEffect.Send(message));
    }

    private BankStep response(BankState.Challenged challenged, byte[] message) throws ProtocolException {
        Established shared = challenged.shared();
        if (!(Channel.open(shared, Direction.CHIP_TO_BANK, challenged.exchange().received(), message)
                instanceof SessionContents.Response(byte[] mac))) {
            throw Channel.outOfTurn();
        }
        byte[] input = Transcript.responseInput(shared.transcriptHash(), challenged.random());
        return new BankStep(
                new BankState.Answered(shared, challenged.exchange().taken(message)),
                new BankEffect.JudgeResponse(new ResponseProof(shared.suite(), input, mac)));
    }

    private BankStep loginAllowed(BankState.Answered answered, PaymentRequest request) {
        byte[] message =
                loginResult(answered, new LoginResult.Allowed(answered.shared().transcriptHash(), request));
        return new BankStep(
                new BankState.AwaitingAuthorization(
                        answered.shared(), answered.exchange().answered(message), request),
                new BankEffect.Send(message));
    }

    private BankStep loggedIn(BankState.Answered answered) {
        byte[] message =
                loginResult(answered, new LoginResult.LoggedIn(answered.shared().transcriptHash()));
        return finished(answered.shared(), answered.exchange(), message);
    }

    private BankStep loginFailed(BankState.Answered answered, int attemptsLeft, byte[] challenge) {
        byte[] message = loginResult(
                answered, new LoginResult.Failed(answered.shared().transcriptHash(), attemptsLeft, challenge));
        return new BankStep(
                new BankState.Challenged(answered.shared(), answered.exchange().answered(message), challenge.clone()),
                new BankEffect.Send(message));
    }

    private BankStep loginVoided(BankState.Answered answered) {
        byte[] message =
                loginResult(answered, new LoginResult.Voided(answered.shared().transcriptHash()));
        return finished(answered.shared(), answered.exchange(), message);
    }

    private byte[] loginResult(BankState.Answered answered, LoginResult result) {
        byte[] signed = CoseSign1.sign(identity.signer(), CoseSign1.Use.LOGIN_RESULT, result.encode())
                .encode();
        return Channel.seal(
                answered.shared(),
                Direction.BANK_TO_CHIP,
                answered.exchange().sent(),
                new SessionContents.SignedLoginResult(signed));
    }

    private BankStep authorization(BankState.AwaitingAuthorization awaiting, byte[] message) throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(Channel.open(shared, Direction.CHIP_TO_BANK, awaiting.exchange().received(), message)
                instanceof SessionContents.Authorization(byte[] whole, byte[] mac))) {
            throw Channel.outOfTurn();
        }
        Evidence evidence = evidence(whole);
        boolean holds = evidence.isSignedBy(shared.peerSpki())
                && MessageDigest.isEqual(evidence.facts().transcriptHash(), shared.transcriptHash())
                && Objects.equals(evidence.facts().request(), awaiting.request());
        if (!holds) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "evidence is not for this payment");
        }
        return new BankStep(
                new BankState.Authorized(shared, awaiting.exchange().taken(message)),
                new BankEffect.Settle(new AuthorizationProof(shared.suite(), shared.transcriptHash(), evidence, mac)));
    }

    private static Evidence evidence(byte[] whole) throws ProtocolException {
        try {
            return Evidence.parse(whole);
        } catch (SealException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "evidence cannot be read", e);
        }
    }

    private BankStep settled(BankState.Authorized authorized, byte[] signedReceipt) {
        byte[] message = Channel.seal(
                authorized.shared(),
                Direction.BANK_TO_CHIP,
                authorized.exchange().sent(),
                new SessionContents.Receipt(signedReceipt));
        return finished(authorized.shared(), authorized.exchange(), message);
    }

    private static BankStep finished(Established shared, Exchange exchange, byte[] message) {
        return new BankStep(
                new BankState.Finished(shared.sessionId(), exchange.answered(message)), new BankEffect.Send(message));
    }

    private static <S extends BankState> S expect(BankState state, Class<S> due) {
        if (!due.isInstance(state)) {
            throw new IllegalStateException(
                    "the event does not fit " + state.getClass().getSimpleName());
        }
        return due.cast(state);
    }
}
