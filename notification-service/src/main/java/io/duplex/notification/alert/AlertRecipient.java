package io.duplex.notification.alert;

import io.duplex.notification.Channel;

/**
 * A colleague who is alerted.
 *
 * @param address an email address or an E.164 number
 * @param locale en or de
 */
public record AlertRecipient(Channel channel, String address, String locale) {}
