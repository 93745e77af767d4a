package io.duplex.notification;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A message as it is read; it is written and moved on by set-based statements only. */
@Entity
@Immutable
public class Notification {
    @Id
    public UUID id;

    @Column(name = "event_id")
    public UUID eventId;

    @Column(name = "order_id")
    public @Nullable UUID orderId;

    @Column(name = "customer_id")
    public @Nullable String customerId;

    public @Nullable String sku;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Channel channel;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public NotificationStatus status;

    public String template;
    public String locale;
    public String fact;

    public @Nullable String address;
    public @Nullable String reason;
    public @Nullable String subject;
    public @Nullable String body;

    public long version;

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "attempt", joinColumns = @JoinColumn(name = "notification_id"))
    @OrderBy("number")
    public List<Attempt> attempts = new ArrayList<>();
}
