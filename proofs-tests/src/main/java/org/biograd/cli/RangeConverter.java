package org.biograd.cli;

import org.biograd.angles.AngleSettings;
import org.biograd.spec.Shape;
import org.biograd.verify.VerifySettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of a range, so that every refusal names the range. */
abstract class RangeConverter implements ITypeConverter<Integer> {

    private final int low;
    private final int high;

    RangeConverter(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** The number of epochs. */
    static final class Epochs extends RangeConverter {
        Epochs() {
            super(0, VerifySettings.MAX_EPOCHS);
        }
    }

    /** The number of threads. */
    static final class Threads extends RangeConverter {

        /** The most threads. */
        static final int MOST = Math.min(VerifySettings.MAX_THREADS, AngleSettings.MAX_THREADS);

        Threads() {
            super(1, MOST);
        }
    }

    /** The number of hidden neurons. */
    static final class Hidden extends RangeConverter {
        Hidden() {
            super(1, VerifySettings.MAX_HIDDEN);
        }
    }

    /** The number of neurons of a hidden layer in a training. */
    static final class HiddenOfTraining extends RangeConverter {
        HiddenOfTraining() {
            super(1, Shape.MAX_NEURONS);
        }
    }

    /** A number of things, of which there may be none. */
    static final class Count extends RangeConverter {
        Count() {
            super(0, 999_999_999);
        }
    }

    /** The number of neurons of a hidden layer in a study of angles. */
    static final class HiddenOfAngles extends RangeConverter {
        HiddenOfAngles() {
            super(1, AngleSettings.MAX_HIDDEN);
        }
    }

    /** The number of drawn networks. */
    static final class Networks extends RangeConverter {
        Networks() {
            super(1, AngleSettings.MAX_NETWORKS);
        }
    }

    /** The number of epochs before a study of angles. */
    static final class TrainedEpochs extends RangeConverter {
        TrainedEpochs() {
            super(1, AngleSettings.MAX_EPOCHS);
        }
    }

    /** The number of samples a network. */
    static final class Samples extends RangeConverter {
        Samples() {
            super(1, AngleSettings.MAX_SAMPLES);
        }
    }

    /** The number of cases. */
    static final class Cases extends RangeConverter {
        Cases() {
            super(1, 999_999_999);
        }
    }

    /** The number of sleeps. */
    static final class Sleeps extends RangeConverter {
        Sleeps() {
            super(0, AngleSettings.MAX_SLEEPS);
        }
    }

    @Override
    public Integer convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= low && value <= high) {
                return value;
            }
        }
        throw new TypeConversionException(shorten(text) + " is not within " + low + ".." + high);
    }

    static String shorten(String text) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return shown.matches("-?[0-9]+(\\.\\.\\.)?") ? shown : "'" + shown + "'";
    }
}
