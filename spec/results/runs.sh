#!/bin/sh
# sh runs.sh MNIST SACCADE OUT: makes the runs of the results page again, or goes on where it was stopped.
# MNIST: a folder with its four files. SACCADE: ./biograd data saccade --from MNIST --out SACCADE
set -eu
biograd=$(dirname "$0")/../../biograd
mnist=$1 saccade=$2 out=$3

run() { # run NAME SEED OPTIONS...
  name=$1 seed=$2
  shift 2
  "$biograd" train "$@" --seed "$seed" --test-each-epoch --json --resume \
    --out "$out/$name-seed$seed.model" > "$out/$name-seed$seed.json"
}

for seed in 1 2 3; do
  run mnist-loihi "$seed" --data "$mnist" --profile loihi-mnist --hidden 100 --epochs 12 --threads 1
  run mnist-loihi-float "$seed" --data "$mnist" --profile loihi-mnist --hidden 100 --epochs 12 --threads 1 \
    --arithmetic float
  run mnist-wide "$seed" --data "$mnist" --profile wide-mnist --hidden 500,100 --set update.halveEvery=480000 \
    --epochs 20
  run mnist-wide-float "$seed" --data "$mnist" --profile wide-mnist --hidden 500,100 --set update.halveEvery=480000 \
    --epochs 20 --arithmetic float
  run saccade-loihi "$seed" --data "$saccade" --profile loihi-mnist --hidden 100 --epochs 2 --threads 1
  run saccade-wide "$seed" --data "$saccade" --profile wide-mnist --hidden 500,100 --epochs 2 --threads 1
done
