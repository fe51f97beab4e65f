package io.tetherkey.protocol.startlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("DESIGN §7: start links")
class StartLinkParserTest {

    private static final String PAY = "tetherkey://pay?order=";

    @Nested
    @DisplayName("accepted")
    class Accepted {

        @Test
        void orderOfEveryLengthUpToTheLimitRoundTrips() {
            for (int length : IntStream.rangeClosed(1, 70).toArray()) {
                byte[] order = order(length);
                assertThat(StartLinkParser.parse(PAY + encode(order)))
                        .isEqualTo(new LinkCheck.Accepted(new PayLink(order)));
            }
            byte[] longest = order(StartLinkParser.MAX_ORDER_BYTES);
            assertThat(StartLinkParser.parse(PAY + encode(longest)))
                    .isEqualTo(new LinkCheck.Accepted(new PayLink(longest)));
        }

        @Test
        void slashThatSomeShellsAddIsTheSameLink() {
            assertThat(StartLinkParser.parse("tetherkey://pay/?order=AQID"))
                    .isEqualTo(new LinkCheck.Accepted(new PayLink(new byte[] {1, 2, 3})));
        }

        @Test
        void whiteSpaceAroundAPastedLinkIsDropped() {
            assertThat(StartLinkParser.parse("  tetherkey://pay?order=AQID\n"))
                    .isEqualTo(new LinkCheck.Accepted(new PayLink(new byte[] {1, 2, 3})));
        }
    }

    @Nested
    @DisplayName("PROTOCOL.md, Documents outside a session: login links")
    class Logins {

        private static final String LOGIN = "tetherkey://login?ticket=";
        private static final String TICKET = "AQIDBAUGBwgJCgsMDQ4PEA";

        @Test
        void bankAndTicketAreRead() {
            byte[] ticket = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
            var accepted = new LinkCheck.Accepted(new LoginLink("harbour", ticket));
            assertThat(StartLinkParser.parse(LOGIN + "harbour." + TICKET)).isEqualTo(accepted);
            assertThat(StartLinkParser.parse("tetherkey://login/?ticket=harbour." + TICKET))
                    .isEqualTo(accepted);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "harbour",
                    TICKET,
                    "." + TICKET,
                    "harbour.",
                    "Harbour." + TICKET,
                    "harbour.bank." + TICKET,
                    "harbour@evil.example." + TICKET,
                    "../evil." + TICKET,
                    "harbour." + TICKET + "A",
                    "harbour." + TICKET + "=",
                    "harbour.AQIDBAUGBwgJCgsMDQ4PE",
                    "harbour.AQIDBAUGBwgJCgsMDQ4PEB",
                    "harbour.AQIDBAUGBwgJCgsMDQ4P+A",
                    "harbour." + TICKET + "&order=AQID",
                    "harbour." + TICKET + "#x",
                    "harbour%2E" + TICKET,
                    "abcdefghijklmnopqrstuvwxyz0123456." + TICKET
                })
        void anythingElseIsNoTicket(String text) {
            assertThat(StartLinkParser.parse(LOGIN + text)).isEqualTo(new LinkCheck.Refused(LinkRefusal.BAD_TICKET));
        }

        @Test
        void textShowsNoTicket() {
            assertThat(StartLinkParser.parse(LOGIN + "harbour." + TICKET).toString())
                    .contains("harbour")
                    .doesNotContain(TICKET);
        }
    }

    @Nested
    @DisplayName("THREATS §2 row 2: forty hostile links")
    class Hostile {

        static Stream<Arguments> links() {
            return Stream.of(
                    Arguments.of("", LinkRefusal.EMPTY),
                    Arguments.of("   \t\r\n", LinkRefusal.EMPTY),
                    Arguments.of(PAY, LinkRefusal.BAD_ORDER),
                    Arguments.of("tetherkey:", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey:pay?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey:///pay?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("TETHERKEY://pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("tetherkey2://pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("https://pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("http://localhost:7337/pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("javascript:alert(1)", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("javascript:tetherkey://pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("data:text/html,tetherkey://pay?order=AQID", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("file:///etc/passwd", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("--drive", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("-Dprism.order=sw", LinkRefusal.OTHER_SCHEME),
                    Arguments.of("tetherkey://bank.evil/pay?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay@bank.evil?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://user:pw@pay?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay:8443?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay.evil?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://xn--py-mia?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://p\u0430y?order=AQID", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of("tetherkey://pay/../login?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay/..?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay//?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://login?ticket=AQID", LinkRefusal.BAD_TICKET),
                    Arguments.of("tetherkey://enrol?order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of("tetherkey://pay?url=https://bank.evil&order=AQID", LinkRefusal.UNKNOWN_ACTION),
                    Arguments.of(PAY + "AQID&order=AQIE", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQID&bank=evil", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQID#fragment", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQI%44", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQ==", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQ+/", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQIDB", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AR", LinkRefusal.BAD_ORDER),
                    Arguments.of(PAY + "AQ ID", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of(PAY + "AQID\nX-Header: 1", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of(PAY + "AQID\u0000", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of(PAY + "\u202eAQID", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of(PAY + "AQID\u200b", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of("\ufefftetherkey://pay?order=AQID", LinkRefusal.FOREIGN_CHARACTER),
                    Arguments.of(PAY + "A".repeat(10_240), LinkRefusal.TOO_LONG),
                    Arguments.of(" ".repeat(10_240) + PAY + "AQID", LinkRefusal.TOO_LONG),
                    Arguments.of(PAY + encode(order(StartLinkParser.MAX_ORDER_BYTES + 1)), LinkRefusal.TOO_LONG));
        }

        @Test
        void listHoldsAtLeastForty() {
            assertThat(links().count()).isGreaterThanOrEqualTo(40);
        }

        @ParameterizedTest
        @MethodSource("links")
        void linkIsRefusedWithItsReason(String link, LinkRefusal why) {
            assertThat(StartLinkParser.parse(link)).isEqualTo(new LinkCheck.Refused(why));
        }
    }

    private static byte[] order(int length) {
        byte[] order = new byte[length];
        for (int i = 0; i < length; i++) {
            order[i] = (byte) (i * 31 + 7);
        }
        return order;
    }

    private static String encode(byte[] bytes) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), UTF_8);
    }
}
