package io.duplex.notification;

/** Where a notification is: PENDING → SENDING → SENT, or FAILED and SENDING again until it is DEAD. */
public enum NotificationStatus {
    /** Not tried yet. */
    PENDING,
    /** Claimed by a process until its lease ends. */
    SENDING,
    /** The provider took it over. */
    SENT,
    /** The last attempt failed; another is due. */
    FAILED,
    /** The last attempt of the schedule failed. */
    DEAD,
    /** Not to be sent: no contact, no address, or not wanted. */
    SKIPPED
}
