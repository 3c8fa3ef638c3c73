package org.biograd.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A reader of text, with changes of sound texts.
 *
 * @param name a few words for messages
 * @param share of a thousand inputs
 * @param sound texts that it reads
 * @param reader reads or refuses
 * @param allocation the most bytes that may be allocated for an input
 */
record TextTarget(String name, int share, List<String> sound, Reader reader, long allocation) implements Target {

    /** A reader that allocates no more than most do. */
    TextTarget(String name, int share, List<String> sound, Reader reader) {
        this(name, share, sound, reader, 512L << 20);
    }

    /** Reads an input, or refuses it as it promises. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] input) throws Exception;
    }

    @Override
    public byte[] make(SplittableRandom random) {
        String text = sound.get(random.nextInt(sound.size()));
        return text.startsWith("{") ? Mutations.json(text, random) : Mutations.text(text, random);
    }

    @Override
    public void read(byte[] input) throws Exception {
        reader.read(input);
    }
}
