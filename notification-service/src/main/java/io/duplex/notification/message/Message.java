package io.duplex.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param subject one line; null for an SMS
 * @param text the plain text
 * @param html the same for mail readers that show HTML; null for an SMS
 */
public record Message(@Nullable String subject, String text, @Nullable String html) {}
