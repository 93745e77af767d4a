-- What is old is found by a few summaries of blocks: rows arrive in the order of their age, and a tree would grow with them.
CREATE INDEX inbox_by_age ON inbox USING brin (received_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX idempotency_key_by_age ON idempotency_key USING brin (created_at) WITH (pages_per_range = 16, autosummarize = on);
