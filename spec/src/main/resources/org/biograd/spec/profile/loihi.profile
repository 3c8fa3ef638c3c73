# What a neuromorphic chip can hold: 8-bit weights, one 7-bit trace a presynaptic neuron with stochastic decay, 9-bit tags,
# an 8-bit learning error, a learning accumulator of 15 bits and sign, online learning.

name                         = loihi

time.steps                   = 20
time.softStart               = 5

weight.bits                  = 8
weight.shift                 = 7
weight.spread                = 320         # 1.0: one unit of weight is 2^7 / 40960

soma.currentBits             = 24
soma.voltageBits             = 24
soma.voltageOne              = 40960
soma.keep                    = 2457        # 0.6
soma.threshold               = 12288       # 0.3
soma.window                  = 12288       # 0.3

trace.mode                   = PRE_ONLY
trace.bits                   = 7
trace.impulse                = 50
trace.keep                   = 2457
trace.rounding               = STOCHASTIC

eligibility.bits             = 9
eligibility.shift            = 3

error.function               = SOFTMAX
error.fraction               = 8
error.potentialBits          = 16
error.dendriteBits           = 16
error.learningBits           = 8
error.hiddenShift            = 4
error.outputShift            = -3
error.rounding               = STOCHASTIC

update.hiddenMultiplier      = 1
update.outputMultiplier      = 2
update.shift                 = 5
update.accumulatorBits       = 16
update.accumulatorFraction   = 7
update.rounding              = STOCHASTIC
update.batch                 = 1

feedback.start               = RANDOM
feedback.bits                = 8
feedback.fraction            = 8
feedback.spread              = 64

sleep.first                  = 0
sleep.every                  = 50
sleep.trajectories           = 128
sleep.steps                  = 50
sleep.hebbShift              = 9
sleep.shift                  = 20
sleep.rounding               = STOCHASTIC
