package io.tetherkey.desktop.diagnosis;

import java.util.Set;

/** Who makes phones, by USB vendor id: a device of theirs is taken for a phone in a mode that does not serve. */
final class PhoneMakers {

    private static final Set<Integer> VENDORS = Set.of(
            0x0489, // Foxconn
            0x04E8, // Samsung
            0x0502, // Acer
            0x0B05, // Asus
            0x0BB4, // HTC
            0x0E8D, // MediaTek
            0x0FCE, // Sony
            0x1004, // LG
            0x12D1, // Huawei
            0x17EF, // Lenovo
            0x18D1, // Google
            0x19D2, // ZTE
            0x22B8, // Motorola
            0x22D9, // Oppo, Realme
            0x2717, // Xiaomi
            0x2A45, // Meizu
            0x2A70, // OnePlus
            0x2AE5, // Fairphone
            0x2D95, // Vivo
            0x339B, // Honor
            0x0421 // Nokia
            );

    private PhoneMakers() {}

    static boolean include(int vendor) {
        return VENDORS.contains(vendor);
    }
}
