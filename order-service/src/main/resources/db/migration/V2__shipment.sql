-- By which shipment an order left, and who dispatched it: another shipment cannot ship it again.
ALTER TABLE orders ADD shipment_id uuid, ADD shipped_by text;
-- Not validated: no order was ever SHIPPED before, and a look at each would keep the table locked.
ALTER TABLE orders ADD CONSTRAINT orders_shipped_by_a_shipment CHECK (
  (status IN ('SHIPPED', 'COMPLETED')) = (shipment_id IS NOT NULL)) NOT VALID;
