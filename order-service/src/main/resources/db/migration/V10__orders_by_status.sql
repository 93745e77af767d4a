-- A list of one status costs the same however many orders there are of the others.
CREATE INDEX orders_by_status ON orders (status, id);
