package io.tetherkey.desktop.ui.payment;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides which banks of the directory can pay an order, and says of the others why not. */
final class BankChoices {

    private BankChoices() {}

    /** All banks of the directory, the usable ones first. */
    static List<BankChoice> of(Order order, PhoneState phone, List<BankEntry> banks, Instant now, Texts texts) {
        List<BankChoice> choices = new ArrayList<>();
        for (BankEntry bank : banks) {
            Optional<String> obstacle = obstacle(order, phone, bank, now);
            String name = texts.bankName(bank);
            choices.add(new BankChoice(
                    bank.bankId(),
                    name,
                    name.substring(0, name.offsetByCodePoints(0, 1)),
                    bank.colour(),
                    obstacle.isEmpty(),
                    texts.get(obstacle.orElse("choice.usable"))));
        }
        choices.sort(Comparator.comparing(choice -> !choice.usable()));
        return choices;
    }

    private static Optional<String> obstacle(Order order, PhoneState phone, BankEntry bank, Instant now) {
        if (!order.accepts(bank.bankId())) {
            return Optional.of("choice.notaccepted");
        }
        Optional<PhoneState.Ready> known = phone.known();
        if (known.isEmpty()) {
            return Optional.of("choice.nophone");
        }
        Optional<SlotInfo> slot = known.get().board().stream()
                .filter(s -> s.bankId().equals(bank.bankId()))
                .findFirst();
        if (slot.isEmpty()) {
            return Optional.of("choice.notonphone");
        }
        if (!slot.get().enabled()) {
            return Optional.of("choice.disabled");
        }
        return slot.get().validUntil().isAfter(now) ? Optional.empty() : Optional.of("choice.expired");
    }
}
