package org.biograd.study.bench;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/**
 * Where a measurement was made.
 *
 * @param processors how many the virtual machine may use
 * @param jvm name of the virtual machine
 * @param version its version
 * @param system the operating system
 * @param architecture of the processor
 * @param load processes that ran or waited, on average over the last minute; empty where the system does not tell
 */
public record Machine(
        int processors, String jvm, String version, String system, String architecture, OptionalDouble load) {

    /** This machine, as it is now. */
    public static Machine now() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load));
    }
}
