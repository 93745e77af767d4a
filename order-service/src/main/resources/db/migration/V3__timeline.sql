-- Every fact about an order, of all services: a view that can be made anew from the topics. An event has one id wherever
-- it is told. A request may have been named by its caller, so that only within an order it is one, and there it is one for
-- each thing that was asked for under its name.
-- Whoever follows an order live goes by (xid, position): a position alone would pass by what is committed late.
CREATE TABLE timeline_fact (
  order_id     uuid        NOT NULL,
  event_id     text        NOT NULL,
  at           timestamptz NOT NULL,
  source       text        NOT NULL,
  type         text        NOT NULL,
  summary      text        NOT NULL,
  causation_id text,
  xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
  position     bigint      GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (order_id, event_id, summary)
);
CREATE INDEX timeline_fact_in_order ON timeline_fact (order_id, xid, position);
