package org.biograd.data;

import java.io.IOException;
import java.io.InputStream;

/** A stream that cannot be read. */
final class FailingStream extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException("the disk is on fire");
    }
}
