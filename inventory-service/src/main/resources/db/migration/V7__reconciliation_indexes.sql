-- What is open is little among all that ever was: a reconciliation looks for it without reading the rest, and looks at
-- the lines of one SKU without reading those of all others.
CREATE INDEX reservation_active ON reservation (order_id) WHERE status = 'ACTIVE';
CREATE INDEX reservation_line_of_sku ON reservation_line (sku);
