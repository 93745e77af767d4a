-- A rebased row was written by a reconciliation: with it the chain of a SKU's balances starts anew. What was wrong before
-- it stays as it is, for ever.
ALTER TABLE stock_movement ADD COLUMN rebased boolean NOT NULL DEFAULT false;
