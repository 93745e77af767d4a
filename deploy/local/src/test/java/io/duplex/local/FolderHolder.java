package io.duplex.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Holds a data folder until it is killed. */
final class FolderHolder {
    private FolderHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (DataFolder held = DataFolder.open(Path.of(arguments[0]))) {
            System.out.println(held.temporary() ? "temporary" : "locked");
            new CountDownLatch(1).await();
        }
    }
}
