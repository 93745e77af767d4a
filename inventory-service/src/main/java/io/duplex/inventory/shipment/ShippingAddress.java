package io.duplex.inventory.shipment;

/** Where an order goes: order-service's, asked for when a label is printed, and never kept. */
record ShippingAddress(String name, String street, String postalCode, String city, String country) {}
