package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records of one phone, page by page, as many as can be read; blocking. */
final class RecordPages {

    private static final Logger LOG = LoggerFactory.getLogger(RecordPages.class);

    private final PhoneClient phone;

    RecordPages(PhoneClient phone) {
        this.phone = phone;
    }

    /** Hands over each record, the oldest first. */
    void each(Consumer<PhoneRecord> taker) throws InterruptedException {
        walk(one -> {
            taker.accept(one);
            return true;
        });
    }

    /** The record of an order that was paid. */
    Optional<PhoneRecord> paid(String orderId) throws InterruptedException {
        List<PhoneRecord> found = new ArrayList<>();
        walk(one -> {
            boolean sought = one.result() == SlotResult.PAID && one.orderId().equals(orderId);
            if (sought) {
                found.add(one);
            }
            return !sought;
        });
        return found.stream().findFirst();
    }

    /** Goes on to the next record while {@code goOn} says so. */
    private void walk(Predicate<PhoneRecord> goOn) throws InterruptedException {
        try {
            long last = 0;
            List<PhoneRecord> page = phone.records(last);
            while (!page.isEmpty()
                    && page.getLast().number() > last
                    && page.stream().allMatch(goOn)) {
                last = page.getLast().number();
                page = phone.records(last);
            }
        } catch (TransportException | ProtocolException | RefusedException e) {
            LOG.info("the phone's records could not be read", e);
        }
    }
}
