# Wide words and a trace a synapse, the reset differentiated: what is left of the algorithm when arithmetic is no obstacle.

name                         = wide

time.steps                   = 20
time.softStart               = 5

weight.bits                  = 16
weight.shift                 = 8
weight.spread                = 4096        # 1.0: one unit of weight is 2^-12

soma.currentBits             = 32
soma.voltageBits             = 32
soma.voltageOne              = 1048576     # 2^20
soma.keep                    = 2458        # 0.6
soma.threshold               = 314573      # 0.3
soma.window                  = 314573      # 0.3

trace.mode                   = FULL
trace.bits                   = 17
trace.impulse                = 16384       # 2^14
trace.keep                   = 2458
trace.rounding               = TOWARD_ZERO

eligibility.bits             = 24
eligibility.shift            = 0

error.function               = SOFTMAX
error.fraction               = 16
error.potentialBits          = 31
error.dendriteBits           = 24
error.learningBits           = 24
error.hiddenShift            = 0
error.outputShift            = -12         # so that hidden and output errors share the 12 fraction bits of the feedback
error.rounding               = NEAREST_EVEN

update.hiddenMultiplier      = 32
update.outputMultiplier      = 16
update.shift                 = 16
update.accumulatorBits       = 48
update.accumulatorFraction   = 16
update.rounding              = STOCHASTIC
update.batch                 = 16
update.halveEvery            = 0

feedback.path                = DIRECT
feedback.pathShift           = 0           # of no effect in DIRECT
feedback.start               = RANDOM
feedback.bits                = 16
feedback.fraction            = 12
feedback.spread              = 1024

sleep.first                  = 30
sleep.every                  = 3
sleep.trajectories           = 64
sleep.steps                  = 40
sleep.hebbShift              = 13
sleep.shift                  = 16
sleep.rounding               = STOCHASTIC
