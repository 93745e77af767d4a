package io.duplex.inventory.stock;

/** Whether a SKU is running low: with hysteresis, so that stock that oscillates around a threshold alarms once. */
public enum LowState {
    OK,
    LOW
}
