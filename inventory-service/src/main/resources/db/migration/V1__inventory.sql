-- SKUs compare and sort by their bytes (COLLATE "C") everywhere: pages, locks and indexes agree on one order.

CREATE TABLE product (
  sku          text COLLATE "C" PRIMARY KEY CHECK (sku ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  name         text        NOT NULL,
  unit_price   numeric     NOT NULL CHECK (unit_price > 0),
  currency     char(3)     NOT NULL,
  tax_category text        NOT NULL CHECK (tax_category IN ('STANDARD', 'REDUCED', 'ZERO')),
  active       boolean     NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The thresholds lie here and not with the product: the statement that changes stock decides by the row that it locks.
CREATE TABLE stock_level (
  sku             text COLLATE "C" PRIMARY KEY REFERENCES product,
  on_hand         bigint      NOT NULL DEFAULT 0,
  reserved        bigint      NOT NULL DEFAULT 0,
  available       bigint      NOT NULL GENERATED ALWAYS AS (on_hand - reserved) STORED,
  low_threshold   bigint      NOT NULL,
  clear_threshold bigint      NOT NULL,
  low_state       text        NOT NULL DEFAULT 'OK' CHECK (low_state IN ('OK', 'LOW')),
  episode         bigint      NOT NULL DEFAULT 0,
  version         bigint      NOT NULL DEFAULT 1,
  updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT stock_level_never_oversold CHECK (on_hand >= reserved AND reserved >= 0),
  CONSTRAINT stock_level_hysteresis CHECK (clear_threshold > low_threshold AND low_threshold >= 0)
) WITH (fillfactor = 50);
CREATE INDEX stock_level_low ON stock_level (sku) WHERE low_state = 'LOW';

-- The ledger. Its sums are the level: on_hand_change to on_hand, reserved_change to reserved.
-- Rows of one SKU are written under the lock of its level, so their positions are in the order of the changes.
CREATE TABLE stock_movement (
  id              uuid        NOT NULL,
  position        bigint      GENERATED ALWAYS AS IDENTITY,
  sku             text COLLATE "C" NOT NULL,
  type            text        NOT NULL CHECK (type IN
    ('RECEIPT', 'ADJUSTMENT', 'COUNT', 'ALLOCATION', 'RELEASE', 'SALE', 'RETURN')),
  on_hand_change  bigint      NOT NULL,
  reserved_change bigint      NOT NULL,
  reason          text,
  reference       text,
  actor           text        NOT NULL,
  balance_after   bigint      NOT NULL,
  reserved_after  bigint      NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (sku, position),
  CHECK (balance_after >= reserved_after AND reserved_after >= 0)
);
-- Append-only: not even the owner changes what has happened.
REVOKE UPDATE, DELETE, TRUNCATE ON stock_movement FROM CURRENT_USER;

-- One row per order, for ever: it stands behind the inbox, so that no order is ever reserved twice.
CREATE TABLE reservation (
  order_id   uuid        PRIMARY KEY,
  status     text        NOT NULL CHECK (status IN ('ACTIVE', 'COMMITTED', 'RELEASED', 'EXPIRED', 'REJECTED')),
  expires_at timestamptz,
  version    bigint      NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- available_at_refusal: on the lines that a REJECTED reservation failed for, what was available then.
CREATE TABLE reservation_line (
  order_id             uuid   NOT NULL REFERENCES reservation,
  sku                  text COLLATE "C" NOT NULL,
  quantity             bigint NOT NULL CHECK (quantity > 0),
  available_at_refusal bigint,
  PRIMARY KEY (order_id, sku)
);
