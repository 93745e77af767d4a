class Oven {
    Oven(Inbox inbox, Counts counts) {
        consumer = inbox.consumer("bakery.bread").on("duplex.BreadBaked.v1", BreadBaked.class, counts::add);
    }
}
