class BreadListener {
    BreadListener(Inbox inbox, Shelf shelf) {
        consumer = inbox.consumer("shop.bread").on("duplex.BreadBaked.v1", BreadBaked.class, shelf::put);
    }
}
