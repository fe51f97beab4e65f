package io.tetherkey.protocol.phone.virtual.usbip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One attached device: commands in, replies out, no I/O. Owned by one thread. */
final class UsbPhone {
    private static final int NOTICES = 3;
    private static final int SERIAL = 1;

    private final UsbFace face;
    private final ControlPipe control;
    private final ProgramPipe link;
    private final Optional<ProgramPipe> serial;
    private final Set<Integer> notices = new HashSet<>();
    private Optional<Integer> spoiled = Optional.empty();

    UsbPhone(UsbFace face, String serialNumber) {
        this.face = face;
        this.control = new ControlPipe(new UsbDescriptors(face, serialNumber));
        this.link = new ProgramPipe(face.linkEndpoint(), BulkOut.accessory());
        this.serial = face.hasSerial() ? Optional.of(new ProgramPipe(SERIAL, BulkOut.stream())) : Optional.empty();
    }

    ControlPipe control() {
        return control;
    }

    /** The pipes that a program on the computer now holds in order to reach the phone's link. */
    List<ProgramPipe> held(long now) {
        List<ProgramPipe> held = new ArrayList<>();
        if (face.carriesLink() && link.isHeld(now)) {
            held.add(link);
        }
        if (control.terminalReady()) {
            serial.ifPresent(held::add);
        }
        return held;
    }

    /** Whether a program on the computer holds this pipe. */
    boolean isHeld(ProgramPipe pipe, long now) {
        return pipe == link ? link.isHeld(now) : control.terminalReady();
    }

    /** Whether bytes for the link wait because the phone's program does not read. */
    boolean isBlocked() {
        return link.isBlocked();
    }

    /** The next transfer that wants bytes of the link, the waiting one or one to come, ends with this status. */
    List<UsbIpReply> spoil(int status) {
        if (link.toComputer().waiting() == 0) {
            spoiled = Optional.of(status);
            return List.of();
        }
        return spoilWaiting(status);
    }

    private List<UsbIpReply> spoilWaiting(int status) {
        if (status == UsbIpReply.STALLED) {
            control.halt(0x80 | link.endpoint());
        }
        return link.toComputer().fail(status);
    }

    /**
     * Carries out a command.
     *
     * @param now milliseconds of a monotonic clock
     * @throws UsbIpException if it goes past a limit
     */
    List<UsbIpReply> next(UsbIpCommand command, long now) throws UsbIpException {
        return switch (command) {
            case UsbIpCommand.Submit submit -> submit(submit);
            case UsbIpCommand.Unlink(int sequence, int target) ->
                List.of(new UsbIpReply.Unlinked(sequence, giveUp(target, now) ? UsbIpReply.GIVEN_UP : UsbIpReply.OK));
        };
    }

    /** Transfers that are over now, because the phone's program wrote or read. */
    List<UsbIpReply> pump() {
        if (!face.carriesLink()) {
            while (link.hasArrived()) {
                link.read();
            }
        }
        List<UsbIpReply> replies = new ArrayList<>(link.pump());
        serial.ifPresent(pipe -> replies.addAll(pipe.pump()));
        return replies;
    }

    private List<UsbIpReply> submit(UsbIpCommand.Submit submit) throws UsbIpException {
        if (submit.endpoint() == 0) {
            return List.of(controlled(submit));
        }
        int waiting = notices.size()
                + link.waiting()
                + serial.map(ProgramPipe::waiting).orElse(0);
        if (waiting >= UsbIpLimits.MOST_WAITING) {
            throw new UsbIpException("more than " + UsbIpLimits.MOST_WAITING + " transfers wait");
        }
        if (control.isHalted(submit.address())) {
            return List.of(UsbIpReply.failed(submit.sequence(), UsbIpReply.STALLED));
        }
        if (serial.isPresent() && submit.endpoint() == NOTICES && submit.in()) {
            notices.add(submit.sequence());
            return List.of();
        }
        Optional<ProgramPipe> pipe = submit.endpoint() == link.endpoint()
                ? Optional.of(link)
                : serial.filter(one -> one.endpoint() == submit.endpoint());
        if (pipe.isEmpty()) {
            return List.of(UsbIpReply.failed(submit.sequence(), UsbIpReply.STALLED));
        }
        pipe.get().submit(submit);
        return spoiled.isPresent() && pipe.get() == link && submit.in() ? spoilNow() : pump();
    }

    private List<UsbIpReply> spoilNow() {
        int status = spoiled.orElseThrow();
        spoiled = Optional.empty();
        return spoilWaiting(status);
    }

    private UsbIpReply controlled(UsbIpCommand.Submit submit) {
        SetupPacket setup = SetupPacket.of(submit.setup());
        boolean toComputer = (setup.type() & 0x80) != 0;
        if (toComputer != submit.in() || setup.length() != submit.length()) {
            return UsbIpReply.failed(submit.sequence(), UsbIpReply.STALLED);
        }
        return switch (control.answer(setup, submit.data())) {
            case ControlAnswer.Data(byte[] bytes) -> UsbIpReply.given(submit.sequence(), bytes);
            case ControlAnswer.Done _ -> UsbIpReply.taken(submit.sequence(), submit.length());
            case ControlAnswer.Stall _ -> UsbIpReply.failed(submit.sequence(), UsbIpReply.STALLED);
        };
    }

    private boolean giveUp(int target, long now) {
        return notices.remove(target)
                || link.giveUp(target, now)
                || serial.filter(pipe -> pipe.giveUp(target, now)).isPresent();
    }
}
