package org.biograd.strength;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Clauses that no case names, and why: single ones, A-1 to A-3, or A-* for a whole chapter. */
final class Unreached {

    static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("PROF-3", "the shipped profiles are texts; `profile.read` reads each, `training.digest` uses each");
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
        REASONS.put(
                "RULE-4 to RULE-6, SPIDE-8",
                "codings, counts of operations and initial recurrent weights: cases give spikes and weights");
        REASONS.put(
                "CHIP-6, CHIP-9, ENG-12, ENG-13",
                "variants of emulators: cases of them are asked of whoever claims one; the sample in C claims none");
        REASONS.put("STUDY-*", "how a command varies a profile and what it counts: no arithmetic of a network");
    }

    private Unreached() {}

    /** Those of some clauses that stand here. */
    static Set<String> of(Set<String> clauses) {
        Set<String> found = new TreeSet<>();
        for (String names : REASONS.keySet()) {
            for (String name : names.split(", ")) {
                String[] ends = name.split(" to ");
                for (String clause : clauses) {
                    if (name.endsWith("*")
                            ? chapter(clause).equals(chapter(name))
                            : chapter(clause).equals(chapter(ends[0]))
                                    && number(clause) >= number(ends[0])
                                    && number(clause) <= number(ends[ends.length - 1])) {
                        found.add(clause);
                    }
                }
            }
        }
        return found;
    }

    private static String chapter(String clause) {
        return clause.substring(0, clause.indexOf('-'));
    }

    private static int number(String clause) {
        return Integer.parseInt(clause.substring(clause.indexOf('-') + 1));
    }
}
