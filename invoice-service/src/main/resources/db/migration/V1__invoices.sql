-- Invoices and credit notes: documents, immutable once they have a number; an invoice's status lies beside its document.

-- Who is billed, as known at issue: a row of its own, so that personal data can be blanked without touching a document.
CREATE TABLE buyer (
  id              uuid PRIMARY KEY,
  customer_number text NOT NULL,
  country         text NOT NULL
);

CREATE TABLE document (
  id                  uuid        PRIMARY KEY,
  kind                text        NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
  order_id            uuid        NOT NULL,
  customer_id         text        NOT NULL,
  buyer_id            uuid        NOT NULL REFERENCES buyer,
  destination_country text        NOT NULL,
  currency            text        NOT NULL,
  net                 numeric     NOT NULL,
  tax                 numeric     NOT NULL,
  gross               numeric     NOT NULL,
  number              text        UNIQUE,
  issue_date          date,
  due_date            date,
  seller_name         text,
  seller_country      text,
  corrects            uuid        REFERENCES document,
  reason              text,
  cause               text        UNIQUE,
  created_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT gross_is_net_plus_tax CHECK (gross = net + tax),
  CONSTRAINT issued_with_number CHECK (num_nulls(number, issue_date, seller_name, seller_country) IN (0, 4)),
  CONSTRAINT credit_note_corrects_invoice
    CHECK (kind = 'INVOICE' AND num_nulls(corrects, reason, cause) = 3
        OR kind = 'CREDIT_NOTE' AND num_nulls(corrects, reason, cause, number) = 0)
);
-- Exactly one invoice for each order, for ever: stands behind the inbox, whose memory ends.
CREATE UNIQUE INDEX invoice_of_order ON document (order_id) WHERE kind = 'INVOICE';
CREATE INDEX invoice_of_customer ON document (customer_id, id) WHERE kind = 'INVOICE';
CREATE INDEX credit_note_of_invoice ON document (corrects) WHERE kind = 'CREDIT_NOTE';

CREATE TABLE document_line (
  document_id  uuid    NOT NULL REFERENCES document,
  position     integer NOT NULL,
  sku          text    NOT NULL,
  name         text    NOT NULL,
  quantity     integer NOT NULL CHECK (quantity > 0),
  unit_price   numeric NOT NULL,
  net          numeric NOT NULL,
  tax_category text    NOT NULL,
  PRIMARY KEY (document_id, position),
  CONSTRAINT net_is_quantity_times_price CHECK (net = quantity * unit_price)
);

CREATE TABLE document_tax (
  document_id uuid    NOT NULL REFERENCES document,
  category    text    NOT NULL,
  rate        numeric NOT NULL,
  taxable     numeric NOT NULL,
  tax         numeric NOT NULL,
  PRIMARY KEY (document_id, category)
);

CREATE TABLE invoice_status (
  document_id uuid        PRIMARY KEY REFERENCES document,
  status      text        NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'DISCARDED', 'CREDITED')),
  paid        numeric     NOT NULL DEFAULT 0 CHECK (paid >= 0),
  version     bigint      NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX invoice_by_status ON invoice_status (status, document_id);

-- Gapless numbers: the counter is updated by the transaction that issues, so a rollback takes its numbers back. Dates of
-- a series never go back, therefore its year does not either, and one row holds the counter of the current year.
CREATE TABLE number_series (
  series          text    PRIMARY KEY,
  year            integer NOT NULL,
  last_number     integer NOT NULL,
  last_issue_date date    NOT NULL
);
INSERT INTO number_series VALUES ('CN', 1970, 0, '1970-01-01'), ('INV', 1970, 0, '1970-01-01');

-- What has been issued stays as it is, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an issued document never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION refuse_change_of_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM document WHERE id = OLD.document_id AND number IS NOT NULL) THEN
    RAISE EXCEPTION 'an issued document never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER document_is_immutable BEFORE UPDATE OR DELETE ON document
  FOR EACH ROW WHEN (OLD.number IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER line_is_immutable BEFORE UPDATE OR DELETE ON document_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued();
CREATE TRIGGER tax_is_immutable BEFORE UPDATE OR DELETE ON document_tax
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued();
