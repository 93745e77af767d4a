package io.duplex.stubs;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One inbox per channel. */
final class Inboxes {
    private final Map<Channel, Inbox> byChannel =
            Arrays.stream(Channel.values()).collect(Collectors.toMap(Function.identity(), channel -> new Inbox()));

    Inbox of(Channel channel) {
        return Objects.requireNonNull(byChannel.get(channel));
    }
}
