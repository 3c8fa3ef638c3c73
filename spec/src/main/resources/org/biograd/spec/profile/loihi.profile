# What a neuromorphic chip can hold: 8-bit weights, one 7-bit trace a presynaptic neuron with stochastic decay, 9-bit tags,
# an 8-bit learning error, a learning accumulator of 15 bits and sign, online learning.

name                         = loihi

time.steps                   = 20
time.softStart               = 5

weight.bits                  = 8
weight.shift                 = 7
weight.spread                = 320         # 0.75: one unit of weight is 2^7 / 54613

soma.currentBits             = 24
soma.voltageBits             = 24
soma.voltageOne              = 54613
soma.keep                    = 2457        # 0.6
soma.threshold               = 16384       # 0.3
soma.window                  = 16384       # 0.3

trace.mode                   = PRE_ONLY
trace.bits                   = 7
trace.impulse                = 50
trace.keep                   = 2457
trace.rounding               = STOCHASTIC

eligibility.bits             = 9
eligibility.shift            = 5

error.function               = SOFTMAX
error.fraction               = 8
error.potentialBits          = 16
error.dendriteBits           = 16
error.learningBits           = 8
error.hiddenShift            = 1
error.outputShift            = -3
error.rounding               = STOCHASTIC

update.hiddenMultiplier      = 1
update.outputMultiplier      = 1
update.shift                 = 4
update.accumulatorBits       = 16
update.accumulatorFraction   = 7
update.rounding              = STOCHASTIC
update.batch                 = 1
update.halveEvery            = 0

feedback.path                = DIRECT
feedback.pathShift           = 0           # of no effect in DIRECT
feedback.start               = RANDOM
feedback.bits                = 8
feedback.fraction            = 8
feedback.spread              = 64

sleep.first                  = 20
sleep.every                  = 40
sleep.trajectories           = 64
sleep.steps                  = 40
sleep.hebbShift              = 10
sleep.shift                  = 17
sleep.rounding               = STOCHASTIC
