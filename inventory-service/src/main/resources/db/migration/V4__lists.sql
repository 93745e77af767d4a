-- Products that cannot be ordered are few: a page of them must not read past all the others.
CREATE INDEX product_inactive ON product (sku) WHERE NOT active;
