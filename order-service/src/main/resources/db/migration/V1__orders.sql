CREATE TABLE orders (
  id           uuid PRIMARY KEY,
  customer_id  text        NOT NULL,
  status       text        NOT NULL CHECK (status IN
    ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'SHIPPED', 'COMPLETED', 'EXPIRED')),
  availability text        NOT NULL CHECK (availability IN ('CONFIRMED', 'ASSUMED')),
  currency     char(3)     NOT NULL,
  total        numeric     NOT NULL CHECK (total > 0),
  name         text        NOT NULL,
  street       text        NOT NULL,
  postal_code  text        NOT NULL,
  city         text        NOT NULL,
  country      char(2)     NOT NULL,
  reference    text,
  reason       text,
  shortages    text,
  version      bigint      NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL
);
CREATE INDEX orders_of_customer ON orders (customer_id, id);

CREATE TABLE order_line (
  order_id     uuid    NOT NULL REFERENCES orders,
  position     int     NOT NULL,
  sku          text    NOT NULL,
  name         text    NOT NULL,
  quantity     int     NOT NULL CHECK (quantity > 0),
  unit_price   numeric NOT NULL CHECK (unit_price > 0),
  tax_category text    NOT NULL,
  PRIMARY KEY (order_id, position)
);

-- What inventory-service has told about its products and stock. Each half is a snapshot with a sequence of its own.
CREATE TABLE catalogue_item (
  sku              text PRIMARY KEY,
  name             text,
  unit_price       numeric,
  currency         char(3),
  tax_category     text,
  active           boolean,
  product_sequence bigint NOT NULL DEFAULT 0,
  available        bigint,
  stock_sequence   bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70);
