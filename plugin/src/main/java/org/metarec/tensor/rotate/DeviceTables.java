package org.metarec.tensor.rotate;

/**
 * The tables of RotatE on a device.
 *
 * @param entities rows of 2d
 * @param phases rows of d, in (−π, π]
 */
record DeviceTables(DeviceTable entities, DeviceTable phases) {}
