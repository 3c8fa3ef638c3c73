# Words so narrow that every value of every one can be enumerated. It is made for exhaustive checks, not for learning well.

name                         = tiny

time.steps                   = 6
time.softStart               = 2

weight.bits                  = 4
weight.shift                 = 1
weight.spread                = 7

soma.currentBits             = 6
soma.voltageBits             = 6
soma.voltageOne              = 16
soma.keep                    = 2048        # 0.5
soma.threshold               = 8
soma.window                  = 8

trace.mode                   = PRE_ONLY
trace.bits                   = 3
trace.impulse                = 4
trace.keep                   = 2048
trace.rounding               = STOCHASTIC

eligibility.bits             = 4
eligibility.shift            = 1

error.function               = DIFFERENCE
error.fraction               = 2
error.potentialBits          = 6
error.dendriteBits           = 5
error.learningBits           = 4
error.hiddenShift            = 1
error.outputShift            = -1
error.rounding               = STOCHASTIC

update.hiddenMultiplier      = 1
update.outputMultiplier      = 1
update.shift                 = 1
update.accumulatorBits       = 8
update.accumulatorFraction   = 3
update.rounding              = STOCHASTIC
update.batch                 = 1
update.halveEvery            = 0

feedback.path                = DIRECT
feedback.pathShift           = 0           # of no effect in DIRECT
feedback.start               = RANDOM
feedback.bits                = 4
feedback.fraction            = 3
feedback.spread              = 3

sleep.first                  = 0
sleep.every                  = 4
sleep.trajectories           = 8
sleep.steps                  = 8
sleep.hebbShift              = 3
sleep.shift                  = 8
sleep.rounding               = STOCHASTIC
