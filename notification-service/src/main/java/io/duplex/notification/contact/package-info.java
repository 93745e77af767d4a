/** Contacts: how customers can be reached, in which language, and by which channels they want to be. */
package io.duplex.notification.contact;
