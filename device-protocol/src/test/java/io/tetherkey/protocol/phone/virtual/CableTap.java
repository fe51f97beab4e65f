package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A cable that measures what passes: each message's fragments once, however often they are sent. */
final class CableTap implements Transport {
    private final Transport cable;
    private final FrameDecoder toPhone = new FrameDecoder();
    private final FrameDecoder toComputer = new FrameDecoder();
    private final Set<Fragment> fragments = new LinkedHashSet<>();

    /** One MSG frame; the channel's ids count the requests. */
    private record Fragment(boolean toPhone, long messageId, int offset, int length) {}

    CableTap(Transport cable) {
        this.cable = cable;
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        keep(toPhone, true, bytes, bytes.length);
        cable.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        int count = cable.read(buffer, timeout);
        keep(toComputer, false, buffer, Math.max(0, count));
        return count;
    }

    private synchronized void keep(FrameDecoder decoder, boolean fromComputer, byte[] bytes, int length) {
        for (FrameResult result : decoder.feed(bytes, length)) {
            if (result instanceof FrameResult.Accepted(var frame) && frame.type() == FrameType.MSG) {
                fragments.add(new Fragment(fromComputer, frame.messageId(), frame.offset(), frame.length()));
            }
        }
    }

    /** The fragments of request and reply of each id from this one on: "&gt;1234" to the phone, "&lt;1234" back. */
    synchronized List<String> sizesFrom(long messageId) {
        List<String> sizes = new ArrayList<>();
        for (Fragment each : fragments) {
            if (each.messageId() >= messageId) {
                sizes.add((each.toPhone() ? ">" : "<") + each.length());
            }
        }
        return sizes;
    }

    @Override
    public void close() {
        cable.close();
    }
}
