name                         = loihi-start

time.steps                   = 20
time.softStart               = 5

weight.bits                  = 8
weight.shift                 = 7
weight.spread                = 330

soma.currentBits             = 24
soma.voltageBits             = 24
soma.voltageOne              = 109227
soma.keep                    = 2048
soma.threshold               = 32768
soma.window                  = 57344

trace.mode                   = PRE_ONLY
trace.bits                   = 7
trace.impulse                = 60
trace.keep                   = 2048
trace.rounding               = STOCHASTIC

eligibility.bits             = 9
eligibility.shift            = 4

error.function               = SOFTMAX
error.fraction               = 8
error.potentialBits          = 16
error.dendriteBits           = 16
error.learningBits           = 8
error.hiddenShift            = 1
error.outputShift            = -3
error.rounding               = STOCHASTIC

update.hiddenMultiplier      = 1
update.outputMultiplier      = 2
update.shift                 = 6
update.accumulatorBits       = 16
update.accumulatorFraction   = 7
update.rounding              = STOCHASTIC
update.batch                 = 1
update.halveEvery            = 250000

feedback.path                = DIRECT
feedback.pathShift           = 0
feedback.start               = RANDOM
feedback.bits                = 8
feedback.fraction            = 8
feedback.spread              = 64

sleep.first                  = 20
sleep.every                  = 40
sleep.trajectories           = 64
sleep.steps                  = 40
sleep.hebbShift              = 10
sleep.shift                  = 18
sleep.rounding               = STOCHASTIC
