/** BioGrad in real arithmetic: the equations as they stand, with nothing rounded but what a double rounds. */
module org.biograd.reference {
    requires transitive org.apache.commons.numbers.fraction;
    requires transitive org.biograd.spec;

    exports org.biograd.reference.exact;
    exports org.biograd.reference.exact.rule;
    exports org.biograd.reference.real;
    exports org.biograd.reference.real.fast;
}
