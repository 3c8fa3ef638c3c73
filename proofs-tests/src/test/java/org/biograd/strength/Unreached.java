package org.biograd.strength;

import java.util.LinkedHashMap;
import java.util.Map;

/** Clauses that no case names, and why. */
final class Unreached {

    static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("PROF-3", "the shipped profiles are texts; `profile.read` reads each, `digest` runs use each");
        REASONS.put(
                "REAL-1",
                "says what integers stand for in real numbers; an integer implementation computes none of it");
        REASONS.put("CHIP-1", "a table of registers; its widths and ranges bind CHIP-2 to CHIP-9, which are asked");
        REASONS.put(
                "CHIP-7, CHIP-10, CHIP-12",
                "joins, delivery and the soma are of whole programs of the chip, not of a word or neuron");
        REASONS.put("CHIP-11", "events of the chip's populations; events of networks are asked (OBS-2)");
        REASONS.put(
                "ENG-1, ENG-2, ENG-4, ENG-10, ENG-11",
                "formats, epochs, programs of the engine; on words they are asked by ENG-3 and ENG-5 to ENG-9");
        REASONS.put("COST-*, PROG-*", "place, price and program of the chip: no arithmetic of a network");
        REASONS.put(
                "DATA-1, DATA-4 to DATA-6",
                "files of images and a simulated camera: whole files, which cases of one line do not carry");
        REASONS.put("FILE-5, FILE-8 to FILE-10", "what a writer does: fingerprints, continuation, renaming, export");
    }

    private Unreached() {}
}
