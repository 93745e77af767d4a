-- Events that can never be handled as they are, and what waits behind them.

CREATE TABLE dead_letter (
  id         uuid        PRIMARY KEY,
  consumer   text        NOT NULL,
  event_id   uuid        NOT NULL,
  topic      text        NOT NULL,
  partition  int         NOT NULL,
  "offset"   bigint      NOT NULL,
  key        text,
  headers    text        NOT NULL,
  payload    bytea,
  reason     text        NOT NULL,
  status     text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'REDRIVEN', 'DISCARDED')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (consumer, event_id)
);

-- Who did what to a dead letter, and what came of it.
CREATE TABLE dead_letter_action (
  position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dead_letter uuid        NOT NULL REFERENCES dead_letter,
  action      text        NOT NULL CHECK (action IN ('REDRIVE', 'DISCARD')),
  outcome     text        NOT NULL,
  actor       text        NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX dead_letter_action_of ON dead_letter_action (dead_letter, position);

-- The one row that parking and releasing both lock; released: its dead letter is closed, and what is parked goes on.
CREATE TABLE parked_key (
  consumer text    NOT NULL,
  topic    text    NOT NULL,
  key      text    NOT NULL,
  released boolean NOT NULL DEFAULT false,
  PRIMARY KEY (consumer, topic, key)
);

CREATE TABLE parked_event (
  position  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer  text        NOT NULL,
  event_id  uuid        NOT NULL,
  topic     text        NOT NULL,
  partition int         NOT NULL,
  "offset"  bigint      NOT NULL,
  key       text        NOT NULL,
  headers   text        NOT NULL,
  payload   bytea,
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (consumer, event_id)
);
CREATE INDEX parked_event_of_key ON parked_event (consumer, topic, key, position);
