name                         = wide-start

time.steps                   = 20
time.softStart               = 5

weight.bits                  = 16
weight.shift                 = 6
weight.spread                = 16384

soma.currentBits             = 32
soma.voltageBits             = 32
soma.voltageOne              = 1048576
soma.keep                    = 2458
soma.threshold               = 314573
soma.window                  = 314573

trace.mode                   = FULL
trace.bits                   = 17
trace.impulse                = 16384
trace.keep                   = 2458
trace.rounding               = TOWARD_ZERO

eligibility.bits             = 24
eligibility.shift            = 0

error.function               = SOFTMAX
error.fraction               = 16
error.potentialBits          = 31
error.dendriteBits           = 24
error.learningBits           = 20
error.hiddenShift            = 0
error.outputShift            = -12
error.rounding               = NEAREST_EVEN

update.hiddenMultiplier      = 839
update.outputMultiplier      = 67
update.shift                 = 20
update.accumulatorBits       = 48
update.accumulatorFraction   = 16
update.rounding              = STOCHASTIC
update.batch                 = 16
update.halveEvery = 250000

feedback.path                = DIRECT
feedback.pathShift           = 0
feedback.start               = RANDOM
feedback.bits                = 16
feedback.fraction            = 14
feedback.spread              = 328

sleep.first                  = 300
sleep.every                  = 32
sleep.trajectories           = 64
sleep.steps                  = 40
sleep.hebbShift              = 13
sleep.shift                  = 18
sleep.rounding               = STOCHASTIC
