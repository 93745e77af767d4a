package io.duplex.chassis.inbox;

/** Where events stay in order: a key of a topic. */
record Lane(String topic, String key) {}
