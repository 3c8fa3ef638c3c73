/** The chip that the integer network is modelled on: its registers, and whether a profile fits them. No run-time dependency. */
module org.biograd.loihi {
    requires transitive org.biograd.spec;

    exports org.biograd.loihi;
}
