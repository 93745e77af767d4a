-- What has run out is found by this. Only an ACTIVE reservation has an expiry, and not while its goods are dispatched.
CREATE INDEX reservation_due ON reservation (expires_at) WHERE expires_at IS NOT NULL;
