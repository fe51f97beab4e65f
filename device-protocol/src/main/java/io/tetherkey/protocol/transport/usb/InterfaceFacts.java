package io.tetherkey.protocol.transport.usb;

import java.util.List;

/**
 * What a descriptor says of one interface in its first setting. Nothing of it is checked beyond its form.
 *
 * @param nameIndex the number of its name among the device's texts, 0 for none
 */
record InterfaceFacts(
        int number, int classCode, int subclass, int protocol, int nameIndex, List<EndpointFacts> endpoints) {
    private static final int INTERRUPT = 3;
    private static final int BULK = 2;

    InterfaceFacts {
        endpoints = List.copyOf(endpoints);
    }

    /** @param address the number, with 0x80 for those to the computer */
    record EndpointFacts(int address, int kind, int maxPacket) {
        boolean isIn() {
            return (address & 0x80) != 0;
        }
    }

    boolean is(int wantedClass, int wantedSubclass, int wantedProtocol) {
        return classCode == wantedClass && subclass == wantedSubclass && protocol == wantedProtocol;
    }

    /** Whether it has exactly one bulk pipe each way, of usable packet sizes, and this many interrupt pipes. */
    boolean hasBulkPair(int interrupts) {
        return count(BULK, true) == 1
                && count(BULK, false) == 1
                && count(INTERRUPT, true) == interrupts
                && endpoints.size() == 2 + interrupts
                && endpoints.stream().allMatch(one -> one.maxPacket() > 0);
    }

    EndpointFacts bulk(boolean in) {
        return endpoints.stream()
                .filter(one -> one.kind() == BULK && one.isIn() == in)
                .findFirst()
                .orElseThrow();
    }

    private long count(int kind, boolean in) {
        return endpoints.stream()
                .filter(one -> one.kind() == kind && one.isIn() == in)
                .count();
    }
}
