-- The list of a customer's orders of one status, which may be few among many of his others and many others' of it.
CREATE INDEX orders_of_customer_by_status ON orders (customer_id, status, id);
