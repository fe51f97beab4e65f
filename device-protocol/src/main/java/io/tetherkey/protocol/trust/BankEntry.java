package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One bank in the directory.
 *
 * @param bankId lower-case letters and digits, at most 32
 * @param api base address of the bank's API: https, no user, query or fragment
 * @param rootCertificate root of the bank's own certificates, DER
 * @param tlsRoot root of its server certificate, DER
 * @param suite the bank's suite, 1 to 255
 * @param contact what a person calls or writes to, at most 120 characters
 * @param colour {@code #rrggbb}
 * @param pages base address of the bank's pages for browsers: https, or http on this computer in a demo; the API's
 *     address where the directory names no other
 */
public record BankEntry(
        String bankId,
        String nameEn,
        String nameZh,
        URI api,
        byte[] rootCertificate,
        byte[] tlsRoot,
        int suite,
        String contact,
        String colour,
        URI pages) {
    private static final int MOST_CERTIFICATE = 8_192;
    private static final int MOST_NAME = 64;
    private static final int MOST_TEXT = 120;
    private static final int PAGES = 10;
    private static final Pattern BANK_ID = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** @throws IllegalArgumentException if a field has not its form */
    public BankEntry {
        rootCertificate = rootCertificate.clone();
        tlsRoot = tlsRoot.clone();
        boolean plainAddresses = isPlain(api)
                && isPlain(pages)
                && "https".equals(api.getScheme())
                && ("https".equals(pages.getScheme()) || isOnThisComputer(pages));
        if (!plainAddresses
                || !BANK_ID.matcher(bankId).matches()
                || !COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("bank entry has a field of the wrong form");
        }
    }

    /** Pages at the API's address. */
    public BankEntry(
            String bankId,
            String nameEn,
            String nameZh,
            URI api,
            byte[] rootCertificate,
            byte[] tlsRoot,
            int suite,
            String contact,
            String colour) {
        this(bankId, nameEn, nameZh, api, rootCertificate, tlsRoot, suite, contact, colour, api);
    }

    private static boolean isPlain(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null;
    }

    private static boolean isOnThisComputer(URI address) {
        return "http".equals(address.getScheme())
                && List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    }

    /** The API's address as the text that a chip is told. */
    public String origin() {
        return api.toString();
    }

    @Override
    public byte[] rootCertificate() {
        return rootCertificate.clone();
    }

    @Override
    public byte[] tlsRoot() {
        return tlsRoot.clone();
    }

    CborValue toCbor() {
        CborMapWriter out = new CborMapWriter()
                .put(1, bankId)
                .put(2, nameEn)
                .put(3, nameZh)
                .put(4, api.toString())
                .put(5, rootCertificate)
                .put(6, tlsRoot)
                .put(7, suite)
                .put(8, contact)
                .put(9, colour);
        return pages.equals(api)
                ? out.toValue()
                : out.put(PAGES, pages.toString()).toValue();
    }

    static BankEntry fromCbor(CborValue value) throws CborException {
        var in = CborMapReader.of(value);
        try {
            URI api = URI.create(in.text(4, MOST_TEXT));
            boolean named = in.has(PAGES);
            URI pages = named ? URI.create(in.text(PAGES, MOST_TEXT)) : api;
            if (named && pages.equals(api)) {
                throw new CborException("the pages' address is written out for nothing");
            }
            var entry = new BankEntry(
                    in.text(1, 32),
                    in.text(2, MOST_NAME),
                    in.text(3, MOST_NAME),
                    api,
                    in.bytes(5, 1, MOST_CERTIFICATE),
                    in.bytes(6, 1, MOST_CERTIFICATE),
                    (int) in.integer(7, 1, 255),
                    in.text(8, MOST_TEXT),
                    in.text(9, 7),
                    pages);
            in.end();
            return entry;
        } catch (IllegalArgumentException e) {
            throw new CborException("bank entry has a field of the wrong form");
        }
    }
}
