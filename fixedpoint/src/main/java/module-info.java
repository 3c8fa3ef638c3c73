/** The bit-exact integer network. No floating point, no run-time dependency besides the shared value types. */
module org.biograd.fixedpoint {
    requires transitive org.biograd.spec;

    exports org.biograd.fixedpoint;
    exports org.biograd.fixedpoint.fast;
    exports org.biograd.fixedpoint.rule;
    exports org.biograd.fixedpoint.rule.frame;
    exports org.biograd.fixedpoint.run;
    exports org.biograd.fixedpoint.word;
}
