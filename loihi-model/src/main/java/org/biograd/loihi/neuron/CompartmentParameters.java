package org.biograd.loihi.neuron;

import org.biograd.loihi.Register;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.profile.SomaParameters;

/**
 * The constants of a population of compartments.
 *
 * @param currentDecay how much of u is lost per step, times {@link Decay#ONE}: 0..{@link Decay#ONE}, the register's
 *     offset contained
 * @param voltageDecay how much of v is lost per step, times {@link Decay#ONE}: 0..{@link Decay#ONE}, the register's
 *     offset contained
 * @param biasMantissa -4096..4095
 * @param biasExponent 0..7; the bias is biasMantissa * 2^biasExponent
 * @param thresholdMantissa 0..131071; the threshold is 64 times as much
 * @param refractory in how many steps at the earliest a neuron that spiked can spike again, 1..64
 * @param voltageBits width at which v saturates, 2..24; less than 24 is a choice of this spec, for error dendrites
 */
@Clause(value = "CHIP-1", form = Clause.Form.PART)
public record CompartmentParameters(
        int currentDecay,
        int voltageDecay,
        int biasMantissa,
        int biasExponent,
        int thresholdMantissa,
        int refractory,
        int voltageBits) {

    /** A decay that forgets everything. */
    public static final int FORGET = Decay.ONE;

    /** Refuses what the registers cannot hold. */
    public CompartmentParameters {
        require("currentDecay", currentDecay, 0, FORGET);
        require("voltageDecay", voltageDecay, 0, FORGET);
        require("biasMantissa", biasMantissa, Register.BIAS_MANTISSA);
        require("biasExponent", biasExponent, Register.BIAS_EXPONENT);
        require("thresholdMantissa", thresholdMantissa, Register.THRESHOLD_MANTISSA);
        require("refractory", refractory, Register.REFRACTORY);
        require("voltageBits", voltageBits, 2, Register.VOLTAGE.format().bits());
    }

    /** A compartment without bias and without refractory steps, v of full width. */
    public static CompartmentParameters of(int currentDecay, int voltageDecay, int thresholdMantissa) {
        return new CompartmentParameters(
                currentDecay,
                voltageDecay,
                0,
                0,
                thresholdMantissa,
                1,
                Register.VOLTAGE.format().bits());
    }

    /**
     * The soma of the integer network.
     *
     * @throws IllegalArgumentException where its widths or its threshold are not those of the chip
     */
    @Clause("CHIP-12")
    public static CompartmentParameters soma(SomaParameters soma) {
        require(
                "soma.currentBits",
                soma.currentBits(),
                Register.CURRENT.format().bits(),
                Register.CURRENT.format().bits());
        require(
                "soma.voltageBits",
                soma.voltageBits(),
                Register.VOLTAGE.format().bits(),
                Register.VOLTAGE.format().bits());
        int unit = 1 << Register.THRESHOLD_MANTISSA.shift();
        if (soma.threshold() % unit != 0) {
            throw new IllegalArgumentException(
                    "soma.threshold: " + soma.threshold() + "; a multiple of " + unit + " is needed");
        }
        return of(FORGET, FORGET - soma.keep(), soma.threshold() / unit);
    }

    /**
     * A compartment to be joined by {@link Join#ADD}, which spikes where the other's voltage is above a bound, and
     * keeps nothing.
     *
     * @param bound -4095..8388544; below that, too, where a bias of 13 bits and exponent can express its negative
     * @throws IllegalArgumentException where threshold and bias cannot express the bound
     */
    @Clause(value = "CHIP-7", form = Clause.Form.PART)
    public static CompartmentParameters comparator(int bound) {
        int unit = 1 << Register.THRESHOLD_MANTISSA.shift();
        int mantissa = Math.max(0, -Math.floorDiv(-bound, unit));
        int bias = unit * mantissa - bound;
        int exponent = 0;
        while (!Register.BIAS_MANTISSA.holds(bias) && bias % 2 == 0) {
            bias /= 2;
            exponent++;
        }
        return of(FORGET, FORGET, mantissa).withBias(bias, exponent);
    }

    /**
     * A compartment that sums what its synapses deliver, saturates, and never spikes.
     *
     * @param bits width of the sum, 2..23
     */
    @Clause(value = "CHIP-7", form = Clause.Form.PART)
    public static CompartmentParameters dendrite(int bits) {
        require("bits", bits, 2, Register.VOLTAGE.format().bits() - 1);
        return of(FORGET, 0, (int) Register.THRESHOLD_MANTISSA.max()).withVoltageBits(bits);
    }

    /** The same with a bias of mantissa * 2^exponent. */
    public CompartmentParameters withBias(int mantissa, int exponent) {
        return new CompartmentParameters(
                currentDecay, voltageDecay, mantissa, exponent, thresholdMantissa, refractory, voltageBits);
    }

    /** The same with a refractory period of so many steps. */
    public CompartmentParameters withRefractory(int steps) {
        return new CompartmentParameters(
                currentDecay, voltageDecay, biasMantissa, biasExponent, thresholdMantissa, steps, voltageBits);
    }

    /** The same with a voltage that saturates at so many bits. */
    public CompartmentParameters withVoltageBits(int bits) {
        return new CompartmentParameters(
                currentDecay, voltageDecay, biasMantissa, biasExponent, thresholdMantissa, refractory, bits);
    }

    /** What is added to the voltage in every step. */
    public long bias() {
        return (long) biasMantissa << biasExponent;
    }

    /** What v has to exceed for a spike. */
    public long threshold() {
        return Register.THRESHOLD_MANTISSA.effective(thresholdMantissa);
    }

    private static void require(String name, int value, Register register) {
        require(name, value, register.min(), register.max());
    }

    private static void require(String name, int value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + ": " + value + "; " + min + ".." + max + " is possible");
        }
    }
}
