package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the records of one phone, page by page; blocking. */
final class RecordPages {

    private final PhoneClient phone;

    RecordPages(PhoneClient phone) {
        this.phone = phone;
    }

    /** Hands over each record, the oldest first. */
    void each(Consumer<PhoneRecord> taker)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        long last = 0;
        List<PhoneRecord> page = phone.records(last);
        while (!page.isEmpty() && page.getLast().number() > last) {
            page.forEach(taker);
            last = page.getLast().number();
            page = phone.records(last);
        }
    }

    /** The record of an order that was paid. */
    Optional<PhoneRecord> paid(String orderId)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        long last = 0;
        List<PhoneRecord> page = phone.records(last);
        while (!page.isEmpty() && page.getLast().number() > last) {
            Optional<PhoneRecord> found = page.stream()
                    .filter(one ->
                            one.result() == SlotResult.PAID && one.orderId().equals(orderId))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            last = page.getLast().number();
            page = phone.records(last);
        }
        return Optional.empty();
    }
}
