package io.tetherkey.protocol.startlink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads start links with strict limits; a pure function that fetches and opens nothing.
 *
 * <p>The whole grammar is {@code tetherkey://pay?order=} or {@code tetherkey://pay/?order=} (some shells add the slash),
 * followed by canonical base64url without padding; or {@code tetherkey://login?ticket=} or {@code
 * tetherkey://login/?ticket=}, followed by a bank id, a full stop and 16 bytes in the same form. There is no user part,
 * host, port, second parameter, fragment or percent-encoding, so there is nothing in a link that could name another
 * place.
 */
public final class StartLinkParser {

    /** A signed order is about 1 KB; four times that leaves room for long certificate chains. */
    public static final int MAX_ORDER_BYTES = 6_144;

    /** Bytes of a login's ticket. */
    public static final int TICKET_BYTES = 16;

    /** The longest link that can hold an order, in characters. */
    public static final int MAX_LINK_CHARACTERS = 8_300;

    private static final String SCHEME = "tetherkey:";
    private static final List<String> PAY_PREFIXES = List.of("tetherkey://pay?order=", "tetherkey://pay/?order=");
    private static final List<String> LOGIN_PREFIXES =
            List.of("tetherkey://login?ticket=", "tetherkey://login/?ticket=");
    private static final Pattern TICKET = Pattern.compile("([a-z0-9]{1,32})\\.([A-Za-z0-9_-]{22})");
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x21-\\x7e]*");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

    private StartLinkParser() {}

    /** Judges the form of {@code text}; surrounding white space is the browser's or the clipboard's and is dropped. */
    public static LinkCheck parse(String text) {
        if (text.length() > MAX_LINK_CHARACTERS) {
            return new LinkCheck.Refused(LinkRefusal.TOO_LONG);
        }
        String link = text.strip();
        if (link.isEmpty()) {
            return new LinkCheck.Refused(LinkRefusal.EMPTY);
        }
        if (!PRINTABLE_ASCII.matcher(link).matches()) {
            return new LinkCheck.Refused(LinkRefusal.FOREIGN_CHARACTER);
        }
        if (!link.startsWith(SCHEME)) {
            return new LinkCheck.Refused(LinkRefusal.OTHER_SCHEME);
        }
        for (String prefix : PAY_PREFIXES) {
            if (link.startsWith(prefix)) {
                return parseOrder(link.substring(prefix.length()));
            }
        }
        for (String prefix : LOGIN_PREFIXES) {
            if (link.startsWith(prefix)) {
                return parseTicket(link.substring(prefix.length()));
            }
        }
        return new LinkCheck.Refused(LinkRefusal.UNKNOWN_ACTION);
    }

    private static LinkCheck parseTicket(String text) {
        Matcher parts = TICKET.matcher(text);
        if (!parts.matches()) {
            return new LinkCheck.Refused(LinkRefusal.BAD_TICKET);
        }
        byte[] ticket = Base64.getUrlDecoder().decode(parts.group(2));
        return isCanonical(ticket, parts.group(2))
                ? new LinkCheck.Accepted(new LoginLink(parts.group(1), ticket))
                : new LinkCheck.Refused(LinkRefusal.BAD_TICKET);
    }

    private static boolean isCanonical(byte[] bytes, String encoded) {
        return Arrays.equals(Base64.getUrlEncoder().withoutPadding().encode(bytes), encoded.getBytes(US_ASCII));
    }

    private static LinkCheck parseOrder(String encoded) {
        if (!BASE64URL.matcher(encoded).matches() || encoded.length() % 4 == 1) {
            return new LinkCheck.Refused(LinkRefusal.BAD_ORDER);
        }
        byte[] order = Base64.getUrlDecoder().decode(encoded);
        if (order.length > MAX_ORDER_BYTES) {
            return new LinkCheck.Refused(LinkRefusal.TOO_LONG);
        }
        return isCanonical(order, encoded)
                ? new LinkCheck.Accepted(new PayLink(order))
                : new LinkCheck.Refused(LinkRefusal.BAD_ORDER);
    }
}
