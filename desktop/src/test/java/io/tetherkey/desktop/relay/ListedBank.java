package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A bank that answers from a list, and lets wait whoever calls when it is empty. */
final class ListedBank implements BankClient {

    final BlockingQueue<BankReply> replies = new LinkedBlockingQueue<>();
    final List<BankCall> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger waiting = new AtomicInteger();

    ListedBank(BankReply... first) {
        replies.addAll(List.of(first));
    }

    @Override
    public BankReply call(BankEntry entry, BankCall call) throws InterruptedException {
        waiting.incrementAndGet();
        calls.add(call);
        try {
            return replies.take();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
