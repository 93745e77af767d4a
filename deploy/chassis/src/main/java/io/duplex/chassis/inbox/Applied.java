package io.duplex.chassis.inbox;

/**
 * What a batch did.
 *
 * @param applied how many events were handled now
 * @param passedBy how many of them came too late to change anything
 * @param duplicates how many had had it before
 * @param skipped how many cannot be read and are others' to report
 */
record Applied(int applied, int passedBy, int duplicates, int skipped) {}
