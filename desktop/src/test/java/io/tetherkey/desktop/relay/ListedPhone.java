package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.EnrolmentPapers;
import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.desktop.phone.SlotReply;
import io.tetherkey.desktop.phone.SlotRoad;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A phone whose chip answers from a list, and waits for its user where that is empty, as it does with its slots. */
final class ListedPhone implements PhoneRoad, SlotRoad {

    final BlockingQueue<PhoneReply> replies = new LinkedBlockingQueue<>();
    final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    final List<String> logins = new ArrayList<>();
    final CountDownLatch back = new CountDownLatch(1);
    volatile Login login = Login.none();

    @Override
    public PhoneReply call(PhoneCall call, Login given, Consumer<PhoneStatus> status) throws InterruptedException {
        calls.add(call);
        if (call instanceof PhoneCall.Open) {
            login = given;
            logins.add(given.userName() + " " + new String(given.password()));
        }
        return replies.take();
    }

    @Override
    public SlotReply change(SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status)
            throws InterruptedException {
        new CountDownLatch(1).await();
        throw new AssertionError("nobody wakes it");
    }

    @Override
    public Optional<PhoneRecord> paid(String orderId) {
        return Optional.empty();
    }

    @Override
    public void cancel() {}

    @Override
    public void awaitBack() throws InterruptedException {
        back.await();
    }
}
