package io.tetherkey.desktop.diagnosis;

/** The udev rule for one kind of device: for whoever sits at the computer, never for everybody. */
final class UdevRule {

    /** Where the rule belongs: before the rules that act on the tag. */
    static final String FILE = "/etc/udev/rules.d/60-tetherkey.rules";

    private UdevRule() {}

    /**
     * One line of {@link #FILE}.
     *
     * @param road {@code serial} or {@code usb}
     */
    static String of(String road, int vendor, int product) {
        return road.equals("serial")
                ? ("SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"%04x\", ATTRS{idProduct}==\"%04x\", "
                                + "TAG+=\"uaccess\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"")
                        .formatted(vendor, product)
                : "SUBSYSTEM==\"usb\", ATTR{idVendor}==\"%04x\", ATTR{idProduct}==\"%04x\", TAG+=\"uaccess\""
                        .formatted(vendor, product);
    }
}
