-- Personal data lives in contact, alert_recipient and notification.address, and nowhere else.

CREATE TABLE contact (
  customer_id text        PRIMARY KEY,
  email       text,
  phone       text,
  locale      text        NOT NULL CHECK (locale IN ('en', 'de')),
  wants_email boolean     NOT NULL,
  wants_sms   boolean     NOT NULL,
  version     bigint      NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE alert_recipient (
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  address text NOT NULL,
  locale  text NOT NULL CHECK (locale IN ('en', 'de')),
  PRIMARY KEY (channel, address)
);

-- One message to one recipient by one channel about one fact.
CREATE TABLE notification (
  id          uuid        PRIMARY KEY DEFAULT uuidv7(),
  event_id    uuid        NOT NULL,
  recipient   text        NOT NULL,                       -- the customer's id, or a colleague's address
  channel     text        NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  template    text        NOT NULL,
  order_id    uuid,
  customer_id text,
  sku         text,
  address     text,                                       -- null: never known, or erased
  locale      text        NOT NULL,
  fact        text        NOT NULL CHECK (fact IS JSON),  -- what the template says it with
  status      text        NOT NULL CHECK (status IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DEAD', 'SKIPPED')),
  reason      text,                                       -- why it was skipped
  subject     text,                                       -- as last sent
  body        text,
  attempts    integer     NOT NULL DEFAULT 0,
  due_at      timestamptz,                                -- the next attempt; while SENDING the lease's end
  version     bigint      NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT notification_dedupe_key UNIQUE (event_id, recipient, channel, template),
  CONSTRAINT notification_due CHECK ((due_at IS NOT NULL) = (status IN ('PENDING', 'SENDING', 'FAILED'))),
  CONSTRAINT notification_skipped CHECK ((reason IS NOT NULL) = (status = 'SKIPPED'))
);
CREATE INDEX notification_queue ON notification (channel, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notification_of_customer ON notification (customer_id, id);
CREATE INDEX notification_of_order ON notification (order_id, id);

-- Begun with the claim, so that an attempt which a crash cut off is seen, too.
CREATE TABLE attempt (
  notification_id uuid        NOT NULL REFERENCES notification,
  number          integer     NOT NULL,
  at              timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome         text        NOT NULL DEFAULT 'STARTED' CHECK (outcome IN ('STARTED', 'SENT', 'FAILED')),
  detail          text,
  took_ms         integer,
  PRIMARY KEY (notification_id, number)
);
