package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.cbor.CborDecoder;
import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each place where somebody could try to talk the two ends into a weaker suite. Every attempt is refused, leaves nothing
 * behind, and is not followed by another offer or answer in a weaker suite; the next honest one goes on in the slot's.
 */
class DowngradeTest {
    private static final List<Integer> EVERY_SUITE = List.of(1, 2, 3);

    private final CuttableMedium medium = new CuttableMedium();
    private TestBank bank = new TestBank();

    /** What a computer on the way does to an Offer: another payload under the same signature. */
    private static byte[] altered(byte[] offer, UnaryOperator<Offer> change) throws Exception {
        var parts = ((CborValue.Array) CborDecoder.decode(offer)).items();
        byte[] payload =
                change.apply(Offer.decode(CoseSign1.parse(offer).payload())).encode();
        return CborEncoder.encode(
                new CborValue.Array(List.of(parts.get(0), parts.get(1), new CborValue.Bytes(payload), parts.get(3))));
    }

    private static UnaryOperator<Offer> listing(List<Integer> suites) {
        return offer -> with(offer, suites, offer.suite(), offer.kemKey());
    }

    private static UnaryOperator<Offer> choosing(Suite suite, List<Integer> suites) {
        byte[] key = suite.generateKemKeyPair(RandomSource.secure()).publicKey();
        return offer -> with(offer, suites, suite.id(), key);
    }

    private static Offer with(Offer offer, List<Integer> suites, int suite, byte[] kemKey) {
        return new Offer(
                offer.bankId(),
                offer.sessionId(),
                suites,
                suite,
                kemKey,
                offer.nonce(),
                offer.issuedAt(),
                offer.timeToLive(),
                offer.contextHash());
    }

    private static Suite another(Suite suite) {
        return suite == Suite.CLASSIC ? Suite.GM : Suite.CLASSIC;
    }

    private TestPhone phone(Suite suite) throws Exception {
        bank = new TestBank(suite, "harbour", "slot-1");
        bank.provision(medium);
        return new TestPhone(medium).ready();
    }

    private void assertRefused(TestPhone phone, byte[] offer) throws Exception {
        byte[] flash = medium.content();
        assertThat(phone.call(phone.opening(offer)))
                .isEqualTo(new LinkReply.Refusal(StatusCode.NOT_AVAILABLE, OptionalInt.empty()));
        assertThat(medium.content()).isEqualTo(flash);
    }

    /** Nothing was learned from the attempt: the honest Offer is answered in the slot's own suite. */
    private void assertHonestOfferIsAnsweredIn(Suite suite, TestPhone phone) throws Exception {
        var reply = (LinkReply.Forward) phone.call(phone.opening(bank.offer(order('b'))));
        assertThat(Accept.decode(reply.message()).suite()).isEqualTo(suite.id());
    }

    @Nested
    class OnTheWay {
        @ParameterizedTest
        @EnumSource(Suite.class)
        void strippedSuiteListFailsTheSignature(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            byte[] offer = bank.offer(order('a'), listing(EVERY_SUITE));
            assertRefused(phone, altered(offer, listing(List.of(suite.id()))));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void reorderedSuiteListFailsTheSignature(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            byte[] offer = bank.offer(order('a'), listing(EVERY_SUITE));
            assertRefused(phone, altered(offer, listing(EVERY_SUITE.reversed())));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void otherChosenSuiteFailsTheSignature(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            byte[] offer = bank.offer(order('a'), listing(EVERY_SUITE));
            assertRefused(phone, altered(offer, choosing(another(suite), EVERY_SUITE)));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void acceptThatNamesAnotherSuiteIsRefusedByTheBank(Suite suite) throws Exception {
            byte[] accept = accept(suite);
            var good = Accept.decode(accept);
            byte[] lowered = new Accept(good.sessionId(), another(suite).id(), good.enc(), good.sealed()).encode();
            assertThatThrownBy(() -> bank.answer(lowered))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.status()).isEqualTo(StatusCode.SUITE));
            assertThat(bank.answer(accept)).isNotEmpty();
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void sealedSuiteListOfTheAcceptCannotBeAltered(Suite suite) throws Exception {
            byte[] accept = accept(suite);
            var good = Accept.decode(accept);
            byte[] sealed = good.sealed();
            for (int at = 0; at < sealed.length; at += 97) {
                byte[] changed = sealed.clone();
                changed[at] ^= 3;
                byte[] altered = new Accept(good.sessionId(), good.suite(), good.enc(), changed).encode();
                assertThatThrownBy(() -> bank.answer(altered))
                        .isInstanceOfSatisfying(
                                ProtocolException.class,
                                e -> assertThat(e.status()).isEqualTo(StatusCode.BAD_MESSAGE));
            }
            assertThat(bank.answer(accept)).isNotEmpty();
        }

        private byte[] accept(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            return ((LinkReply.Forward) phone.call(phone.opening(bank.offer(order('a'))))).message();
        }
    }

    @Nested
    class ByTheBank {
        @ParameterizedTest
        @EnumSource(Suite.class)
        void signedOfferThatChoosesAnotherSuiteThanTheHighestIsRefused(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            assertRefused(phone, bank.offer(order('a'), choosing(another(suite), EVERY_SUITE)));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void slotsLeastSuiteHolds(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            Suite other = another(suite);
            assertRefused(phone, bank.offer(order('a'), choosing(other, List.of(other.id()))));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void suiteThatIsNotInTheOwnListIsRefused(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            assertRefused(
                    phone, bank.offer(order('a'), listing(List.of(another(suite).id()))));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void kemKeyOfAnotherSuiteIsRefused(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            byte[] key =
                    another(suite).generateKemKeyPair(RandomSource.secure()).publicKey();
            assertRefused(phone, bank.offer(order('a'), offer -> with(offer, offer.suites(), offer.suite(), key)));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void certificateOfAnotherSuiteUnderTheSameBankIdIsRefused(Suite suite) throws Exception {
            TestPhone phone = phone(suite);
            assertRefused(phone, new TestBank(another(suite), "harbour", "slot-1").offer(order('a')));
            assertHonestOfferIsAnsweredIn(suite, phone);
        }
    }
}
