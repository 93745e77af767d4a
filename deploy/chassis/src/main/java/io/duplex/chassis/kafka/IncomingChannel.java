package io.duplex.chassis.kafka;

import java.util.Set;

/** Topics that this service listens to, and the group in whose name it does. */
record IncomingChannel(String name, String group, Set<String> topics) {}
