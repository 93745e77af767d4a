package io.duplex.notification.messaging;

import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.notification.NotifyCustomers;
import io.duplex.notification.delivery.Deliveries;
import io.duplex.notification.message.CreditNoteIssued;
import io.duplex.notification.message.InvoiceIssued;
import io.duplex.notification.message.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Customers get their invoices and credit notes. */
@ApplicationScoped
public class InvoiceListener {
    private final Consumer consumer;
    private final Deliveries deliveries;

    InvoiceListener(Inbox inbox, NotifyCustomers notify, Deliveries deliveries) {
        this.deliveries = deliveries;
        consumer = inbox.consumer("notification.invoices")
                .on(
                        "duplex.InvoiceIssued.v1",
                        InvoiceIssued.class,
                        (transaction, facts) -> notify.about(transaction, Template.INVOICE_ISSUED, facts))
                .on(
                        "duplex.CreditNoteIssued.v1",
                        CreditNoteIssued.class,
                        (transaction, facts) -> notify.about(transaction, Template.INVOICE_CREDITED, facts));
    }

    @Incoming("invoices")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch).invoke(deliveries::wake);
    }
}
