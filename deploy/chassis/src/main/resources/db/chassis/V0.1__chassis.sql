-- What every service's database holds besides its business: outbox, lease, inbox, idempotency keys.
-- The columns of outbox are one header or record field each, so that a CDC relay can read them by configuration alone.

CREATE TABLE outbox (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id       uuid        NOT NULL,
  aggregate_type text        NOT NULL,
  aggregate_id   text        NOT NULL,
  sequence       bigint      NOT NULL,
  type           text        NOT NULL,
  topic          text        NOT NULL,
  key            text        NOT NULL,
  correlation_id text,
  causation_id   text,
  traceparent    text,
  payload        text        NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- A row that cannot be sent cannot be written: the broker takes records up to 1 MiB.
  CONSTRAINT outbox_record_fits CHECK (octet_length(payload) + octet_length(key) <= 524288 - 4096),
  CONSTRAINT outbox_topic_known CHECK (topic IN ('orders', 'reservations', 'stock', 'shipments', 'invoices', 'notifications'))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE TABLE outbox_lease (
  id         smallint    PRIMARY KEY CHECK (id = 1),
  holder     uuid        NOT NULL,
  expires_at timestamptz NOT NULL
);
INSERT INTO outbox_lease VALUES (1, '00000000-0000-0000-0000-000000000000', '-infinity');

CREATE TABLE inbox (
  consumer    text        NOT NULL,
  event_id    uuid        NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer, event_id)
);

CREATE TABLE idempotency_key (
  scope       text        NOT NULL,
  key         text        NOT NULL,
  fingerprint text        NOT NULL,
  status      smallint    NOT NULL,
  headers     text        NOT NULL,
  body        text        NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (scope, key)
);

-- A paused process frees its locks in seconds.
ALTER ROLE CURRENT_USER SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE CURRENT_USER SET lock_timeout = '2s';
ALTER ROLE CURRENT_USER SET statement_timeout = '10s';
