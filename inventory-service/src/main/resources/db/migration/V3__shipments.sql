-- One row per order, for ever: no order is ever shipped twice.
-- serial: what the tracking number is made of. dispatched_by: the clerk, in whose name order-service is asked.
-- ask_again_at: when a replica asks order-service about a DISPATCHING shipment, unless it is settled before.
CREATE TABLE shipment (
  id            uuid        PRIMARY KEY,
  order_id      uuid        NOT NULL UNIQUE REFERENCES reservation,
  serial        bigint      GENERATED ALWAYS AS IDENTITY,
  status        text        NOT NULL DEFAULT 'READY' CHECK (status IN
    ('READY', 'DISPATCHING', 'DISPATCHED', 'DELIVERED', 'CANCELLED')),
  dispatched_by text,
  ask_again_at  timestamptz,
  labelled_at   timestamptz,
  version       bigint      NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((status = 'DISPATCHING') = (ask_again_at IS NOT NULL)),
  CHECK (status NOT IN ('DISPATCHING', 'DISPATCHED', 'DELIVERED') OR dispatched_by IS NOT NULL)
);
CREATE INDEX shipment_by_status ON shipment (status, id);
CREATE INDEX shipment_to_ask_about ON shipment (ask_again_at) WHERE ask_again_at IS NOT NULL;
