package org.biograd.kit.reference;

/** The network in one arithmetic. Answers are doubles: what is computed in fractions is rounded once, at the end. */
interface Model {

    LayerAnswer layer(LayerInput input);

    NetworkAnswer network(NetworkInput input);

    SleepAnswer sleep(SleepInput input);
}
