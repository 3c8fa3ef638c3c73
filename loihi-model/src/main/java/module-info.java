/**
 * The chip that the integer network is modelled on: registers, compartments, synapses, the learning engine, and BioGrad
 * as a program of these. No run-time dependency.
 */
module org.biograd.loihi {
    requires transitive org.biograd.fixedpoint;
    requires transitive org.biograd.spec;

    exports org.biograd.loihi;
    exports org.biograd.loihi.cost;
    exports org.biograd.loihi.learning;
    exports org.biograd.loihi.neuron;
    exports org.biograd.loihi.placement;
    exports org.biograd.loihi.program;
    exports org.biograd.loihi.synapse;
}
