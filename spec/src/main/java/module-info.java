/** The value types that every implementation of BioGrad shares, and the profiles that drive the integer ones. */
module org.biograd.spec {
    exports org.biograd.spec;
    exports org.biograd.spec.profile;
}
