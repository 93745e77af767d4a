-- What led to facts that are told outside of any request or event, so that a timeline connects them.
-- dispatch_request: the request that began the dispatch. cause: the event (or request) for which stock was reserved.
ALTER TABLE shipment ADD COLUMN dispatch_request text;
ALTER TABLE reservation ADD COLUMN cause text;
