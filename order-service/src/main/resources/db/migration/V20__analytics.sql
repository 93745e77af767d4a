-- Sales figures: a read model that the service's own events keep. While it is rebuilt there are two generations, and
-- events go into both; then the new one takes the old one's place.
CREATE TABLE sales_model (
  generation    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state         text NOT NULL UNIQUE CHECK (state IN ('CURRENT', 'BUILDING')),
  rebuilt_up_to uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
INSERT INTO sales_model (state) VALUES ('CURRENT');

-- What each order counts for at present. Without an hour it does not count yet: its creation has not been heard of.
CREATE TABLE sales_order (
  generation bigint  NOT NULL,
  order_id   uuid    NOT NULL,
  version    bigint  NOT NULL,
  status     text    NOT NULL,
  hour       timestamptz,
  currency   text    NOT NULL,
  total      numeric NOT NULL,
  lines      jsonb,
  PRIMARY KEY (generation, order_id)
) WITH (fillfactor = 80);

-- The sums: orders by status, revenue by currency, quantity by SKU, each for hours and for days (UTC).
CREATE TABLE sales_figure (
  generation bigint      NOT NULL,
  bucket     text        NOT NULL CHECK (bucket IN ('hour', 'day')),
  measure    text        NOT NULL CHECK (measure IN ('orders', 'revenue', 'quantity')),
  start      timestamptz NOT NULL,
  subject    text        NOT NULL,
  amount     numeric     NOT NULL,
  PRIMARY KEY (generation, bucket, measure, start, subject)
) WITH (fillfactor = 70);
