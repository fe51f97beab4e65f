package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a shop asks to be paid, the payload of the merchant's COSE_Sign1 (PROTOCOL.md, "Order").
 *
 * @param orderId 32 lower-case hexadecimal digits, drawn at random by the shop
 * @param merchantId the merchant's id in its certificate, at most 64 characters
 * @param payee the name that the user sees, 1 to {@value #MOST_NAME} characters
 * @param payeeAccount the account that is credited, 1 to {@value #MOST_ACCOUNT} characters
 * @param description what is bought, at most {@value #MOST_DESCRIPTION} characters
 * @param issuedAt to the second
 * @param expiresAt to the second; not payable from then on
 * @param acceptedBanks bank ids, at most {@value #MOST_BANKS}; empty means every bank
 */
public record Order(
        String orderId,
        String merchantId,
        String payee,
        String payeeAccount,
        Money amount,
        String description,
        Instant issuedAt,
        Instant expiresAt,
        List<String> acceptedBanks) {
    public static final int MOST_NAME = 80;
    public static final int MOST_ACCOUNT = 40;
    public static final int MOST_DESCRIPTION = 120;
    public static final int MOST_BANKS = 16;

    private static final int MOST_ID = 64;
    private static final Pattern ORDER_ID = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException if a field is outside its limits */
    public Order {
        acceptedBanks = List.copyOf(acceptedBanks);
        if (!isOrderId(orderId)) {
            throw new IllegalArgumentException("order id is not 32 lower-case hexadecimal digits");
        }
        requireLength(merchantId, 1, MOST_ID);
        requireLength(payee, 1, MOST_NAME);
        requireLength(payeeAccount, 1, MOST_ACCOUNT);
        requireLength(description, 0, MOST_DESCRIPTION);
        if (acceptedBanks.size() > MOST_BANKS) {
            throw new IllegalArgumentException("too many accepted banks");
        }
    }

    /** Whether the text has the form of an order id. */
    public static boolean isOrderId(String text) {
        return ORDER_ID.matcher(text).matches();
    }

    /** Whether the shop takes payments from this bank. */
    public boolean accepts(String bankId) {
        return acceptedBanks.isEmpty() || acceptedBanks.contains(bankId);
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, orderId)
                .put(2, merchantId)
                .put(3, payee)
                .put(4, payeeAccount)
                .put(5, amount.minorUnits())
                .put(6, amount.currency())
                .put(7, description)
                .put(8, issuedAt.getEpochSecond())
                .put(9, expiresAt.getEpochSecond())
                .putTexts(10, acceptedBanks)
                .encode();
    }

    /** @throws ProtocolException BAD_ENCODING or BAD_MESSAGE if the bytes are not one order */
    public static Order decode(byte[] bytes) throws ProtocolException {
        try {
            var in = CborMapReader.of(bytes);
            var order = new Order(
                    in.text(1, 32),
                    in.text(2, MOST_ID),
                    in.text(3, MOST_NAME),
                    in.text(4, MOST_ACCOUNT),
                    new Money(in.integer(5, 0, Money.MOST), in.text(6, 3)),
                    in.text(7, MOST_DESCRIPTION),
                    Fields.instant(in, 8),
                    Fields.instant(in, 9),
                    in.texts(10, MOST_BANKS, MOST_ID));
            in.end();
            return order;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "order: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "order holds a field outside its limits", e);
        }
    }

    private static void requireLength(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException("order field outside its limits");
        }
    }
}
