package io.tetherkey.desktop.support;

import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.transport.TransportException;

/** Hands on what is told of phones, with clients that note each message, and notes when a phone comes and goes. */
public record RecordedPhones(PhoneListener listener, Timeline timeline) implements PhoneListener {

    @Override
    public void plugged(PhoneClient phone, PhoneAddress address) {
        timeline.noted("HELLO_OK", TimelineEntry.OK);
        listener.plugged(new RecordedPhone(phone, timeline), address);
    }

    @Override
    public void unplugged(PhoneAddress address, TransportException why) {
        timeline.noted("Unplugged", why.fault().name());
        listener.unplugged(address, why);
    }

    @Override
    public void unusable(PhoneAddress address, TransportException why) {
        timeline.noted("Unusable", why.fault().name());
        listener.unusable(address, why);
    }

    @Override
    public void gone(PhoneAddress address) {
        listener.gone(address);
    }
}
