package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.Json;
import java.util.Map;

/**
 * How an order stands, as pages, events and callers see it.
 *
 * @param status waiting, paid, declined, failed or expired
 * @param bank the bank's name in the reader's language, empty while nothing was settled
 * @param receipt the receipt number, likewise
 */
record OrderView(String orderId, String status, String bank, String receipt) {

    /** Whether nothing will follow. */
    boolean last() {
        return !status.equals("waiting");
    }

    String json() {
        return Json.object(Map.of(
                "orderId", orderId,
                "status", status,
                "bank", bank,
                "receipt", receipt,
                "last", last()));
    }
}
