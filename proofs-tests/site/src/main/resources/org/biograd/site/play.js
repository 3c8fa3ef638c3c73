"use strict";
(function () {
  const api = window.biograd || window;
  const $ = function (id) { return document.getElementById(id); };
  let shape = [2, 2, 1];
  let steps = 6;
  let soft = 0;
  let images = false;
  let input = [];
  let history = [];
  let asleep = 0;
  let learned = false;
  const angles = [];
  // The sample of the text that is worked by hand.
  const example = ["110111", "011101"];

  const pixels = Uint8Array.from(atob(window.BIOGRAD_PIXELS), function (c) { return c.charCodeAt(0); });

  function profileText(name, more) {
    let text = window.BIOGRAD_PROFILES[name];
    more.split(/[,;\s]+/).filter(Boolean).forEach(function (change) {
      const parts = change.split("=");
      const key = parts[0].replace(/[.]/g, "[.]");
      if (parts.length !== 2 || !new RegExp("^" + key + " *=", "m").test(text)) {
        throw new Error("no key '" + parts[0] + "' in a profile");
      }
      text = text.replace(new RegExp("^" + key + " *=.*$", "m"), parts[0] + " = " + parts[1]);
    });
    return text;
  }

  function value(text, key) {
    return Number(new RegExp("^" + key.replace(/[.]/g, "[.]") + " *= *(-?\\d+)", "m").exec(text)[1]);
  }

  function create() {
    try {
      const text = profileText($("profile").value, $("set").value);
      shape = $("shape").value.split("-").map(Number);
      const large = shape.some(function (n) { return !(n >= 1 && n <= 256); });
      if (shape.length < 2 || shape.length > 6 || large) {
        throw new Error("layers are 2 to 6 numbers of 1 to 256, as 2-2-1");
      }
      const wrong = api.create(text, Int32Array.from(shape), Number($("seed").value));
      if (wrong) {
        throw new Error(wrong);
      }
      steps = value(text, "time.steps");
      soft = value(text, "time.softStart");
      say("A new network of " + shape.join("-") + ".", false);
    } catch (e) {
      say(e.message, true);
      return false;
    }
    images = shape[0] === 64;
    history = [];
    asleep = 0;
    learned = false;
    angles.length = 0;
    $("angles").textContent = "Learn a sample or sleep: the angle stands here after each.";
    makeInput();
    options($("label"), shape[shape.length - 1], function (k) { return k; });
    const neurons = [];
    for (let l = 1; l < shape.length; l++) {
      for (let i = 0; i < shape[l]; i++) {
        neurons.push(l + "." + i);
      }
    }
    options($("neuron"), neurons.length, function (n) { return neurons[n]; });
    $("step").max = steps - 1;
    $("step").value = 0;
    keep();
    choosePre();
    return true;
  }

  function say(text, bad) {
    $("message").textContent = text;
    $("message").className = bad ? "message bad" : "message";
  }

  function options(select, count, text) {
    select.textContent = "";
    for (let n = 0; n < count; n++) {
      const option = document.createElement("option");
      option.textContent = text(n);
      select.append(option);
    }
  }

  function makeInput() {
    const grid = $("grid");
    grid.textContent = "";
    const columns = images ? 8 : steps;
    const rows = images ? 8 : shape[0];
    input = new Array(columns * rows).fill(0);
    $("input-title").textContent = images
      ? "A digit of 8 by 8 points. Press to draw, or take one of the data."
      : "Spikes: a row an input, a column a step. Press to change.";
    grid.style.gridTemplateColumns = "repeat(" + columns + ", auto)";
    for (let n = 0; n < rows * columns; n++) {
      const cell = document.createElement("button");
      cell.type = "button";
      cell.addEventListener("click", function () {
        input[n] = input[n] ? 0 : images ? 255 : 1;
        paint();
      });
      grid.append(cell);
    }
    if (!images && shape[0] === 2 && steps === 6) {
      example.forEach(function (row, j) {
        for (let t = 0; t < steps; t++) {
          input[j * steps + t] = Number(row[t]);
        }
      });
    }
    $("digit").disabled = !images;
    $("read").disabled = !images;
    paint();
  }

  function paint() {
    const columns = images ? 8 : steps;
    Array.from($("grid").children).forEach(function (cell, n) {
      const part = input[n] / (images ? 255 : 1);
      cell.style.background = part ? "color-mix(in srgb, var(--spike) " + Math.round(100 * part) + "%, var(--card))" : "";
      const name = images
        ? "row " + Math.floor(n / columns) + ", column " + n % columns + ": " + input[n]
        : "input " + Math.floor(n / columns) + ", step " + n % columns + ": " + (input[n] ? "spike" : "none");
      cell.setAttribute("aria-label", name);
    });
  }

  function spikes() {
    const train = new Int32Array(shape[0] * steps);
    for (let j = 0; j < shape[0]; j++) {
      for (let t = 0; t < steps; t++) {
        train[t * shape[0] + j] = input[j * steps + t];
      }
    }
    return train;
  }

  function learn(sample) {
    if (sample.images) {
      api.learn(sample.values, sample.label);
    } else {
      api.learnSpikes(sample.values, sample.label);
    }
  }

  function learnNow() {
    const sample = {
      images: images, values: images ? Int32Array.from(input) : spikes(), label: Number($("label").value)
    };
    learn(sample);
    history.push(sample);
    learned = true;
    angle();
    const samples = history.length + (history.length === 1 ? " sample" : " samples");
    say(samples + " learned. Digest of the weights: " + api.digest().slice(0, 16) + "...", false);
    show();
  }

  function angle() {
    const found = [];
    for (let l = 1; l < shape.length - 1; l++) {
      if (l !== shape.length - 2) {
        continue;
      }
      const w = api.weights(l + 1);
      const b = api.feedback(l);
      let dot = 0;
      let ww = 0;
      let bb = 0;
      for (let n = 0; n < b.length; n++) {
        dot += w[n] * b[n];
        ww += w[n] * w[n];
        bb += b[n] * b[n];
      }
      const degrees = Math.acos(dot / Math.sqrt(ww * bb)) * 180 / Math.PI;
      found.push(isFinite(degrees) ? degrees.toFixed(1) : "-");
    }
    angles.push(found.join(", "));
    $("angles").textContent = "Degrees, the last hidden layer: " + angles.slice(-12).join(" → ")
      + " (" + history.length + " samples, " + asleep + " sleeps)";
  }

  function choosePre() {
    const layer = Number($("neuron").value.split(".")[0]);
    options($("pre"), shape[layer - 1] + 1, function (j) { return j === shape[layer - 1] ? j + " (bias)" : j; });
    show();
  }

  function show() {
    const step = Number($("step").value);
    $("where").textContent = "step " + step + " of 0.." + (steps - 1);
    draw(step);
    const rows = $("explained").tBodies[0];
    rows.textContent = "";
    const head = $("signals").tHead;
    const body = $("signals").tBodies[0];
    head.textContent = "";
    body.textContent = "";
    if (!learned) {
      return;
    }
    const at = $("neuron").value.split(".").map(Number);
    const pre = $("pre").selectedIndex;
    api.explain(at[0], at[1], pre, step).forEach(function (line) {
      const parts = line.split("\t");
      const row = rows.insertRow();
      const clause = row.insertCell();
      const link = document.createElement("a");
      link.href = "clause/" + parts[0] + ".html";
      link.textContent = parts[0];
      clause.append(link);
      row.insertCell().textContent = parts[1];
      row.insertCell().textContent = parts[2] + " = " + parts[3] + " = " + parts[4]
        + (parts[5] ? " (" + parts[5] + ")" : "");
    });
    const size = shape[at[0]];
    const per = function (symbol) {
      const first = api.signal(symbol, at[0], steps - 1);
      if (symbol === "E") { return pre * size + at[1]; }
      if (symbol === "z") { return first.length === shape[at[0] - 1] + 1 ? pre : pre * size + at[1]; }
      return at[1];
    };
    const top = head.insertRow();
    const corner = document.createElement("th");
    corner.textContent = "signal";
    top.append(corner);
    for (let t = 0; t < steps; t++) {
      const cell = document.createElement("th");
      cell.textContent = t;
      top.append(cell);
    }
    const symbols = ["u", "v", "s", "g", "z", "E"];
    if (at[0] === shape.length - 1) { symbols.push("o", "e", "p", "n"); }
    symbols.concat("D").forEach(function (symbol) {
      const row = body.insertRow();
      row.insertCell().textContent = symbol;
      for (let t = 0; t < steps; t++) {
        const values = api.signal(symbol, at[0], t);
        row.insertCell().textContent = values.length ? values[per(symbol)] : "";
      }
    });
  }

  function draw(step) {
    const svg = $("network");
    svg.textContent = "";
    const make = function (name, attributes, text) {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
      element.textContent = text || "";
      svg.append(element);
    };
    const place = function (l, i) {
      const shown = Math.min(shape[l], 16);
      return [60 + 520 * l / (shape.length - 1), 150 + (i - (shown - 1) / 2) * Math.min(80, 270 / shown)];
    };
    let words = "Step " + step + ". ";
    for (let l = 1; l < shape.length; l++) {
      const w = api.weights(l);
      const most = Math.max.apply(null, Array.from(w).map(Math.abs).concat(1));
      for (let j = 0; j < Math.min(shape[l - 1], 16); j++) {
        for (let i = 0; i < Math.min(shape[l], 16); i++) {
          const from = place(l - 1, j);
          const to = place(l, i);
          const value = w[j * shape[l] + i];
          make("line", {
            x1: from[0], y1: from[1], x2: to[0], y2: to[1],
            stroke: value < 0 ? "var(--error)" : "var(--spike)", "stroke-width": 3 * Math.abs(value) / most
          });
        }
      }
    }
    for (let l = 0; l < shape.length; l++) {
      const s = learned ? api.signal("s", l, step) : [];
      const v = learned && l > 0 ? api.signal("v", l, step) : [];
      for (let i = 0; i < Math.min(shape[l], 16); i++) {
        const at = place(l, i);
        const small = shape[l] > 6;
        make("circle", {
          cx: at[0], cy: at[1], r: small ? 8 : 20, stroke: "var(--ink)", fill: s[i] ? "var(--spike)" : "var(--card)"
        });
        if (!small && l > 0 && learned) {
          make("text", { x: at[0], y: at[1] + 38, "text-anchor": "middle", fill: "var(--ink)", "font-size": 13 },
            "v " + v[i]);
        }
        if (s[i]) { words += "Neuron " + l + "." + i + " spikes. "; }
      }
    }
    svg.setAttribute("aria-label", words);
  }

  const decisions = ["s", "g", "sp", "sn"];

  /** All decisions of all samples so far, under a profile. */
  function decide(text, each) {
    const wrong = api.create(text, Int32Array.from(shape), Number($("seed").value));
    if (wrong) { throw new Error(wrong); }
    history.forEach(function (sample, n) {
      learn(sample);
      for (let t = 0; t < steps; t++) {
        for (let l = 1; l < shape.length; l++) {
          decisions.forEach(function (symbol) { each(n, t, l, symbol, Array.from(api.signal(symbol, l, t))); });
        }
      }
    });
  }

  function compare() {
    try {
      const before = [];
      const plain = profileText($("profile").value, $("set").value);
      decide(plain, function (n, t, l, symbol, values) { before.push(values); });
      let at = 0;
      let first = "";
      decide(profileText($("profile").value, $("set").value + " " + $("less").value), function (n, t, l, symbol, values) {
        const was = before[at++] || [];
        for (let i = 0; !first && i < values.length; i++) {
          if (values[i] !== was[i]) {
            first = "The first to differ: " + symbol + " of neuron " + l + "." + i + ", sample " + n + ", step " + t
              + ": " + was[i] + " becomes " + values[i] + ".";
          }
        }
      });
      decide(plain, function () {});
      $("difference").textContent = first || (history.length ? "No decision differs." : "Learn a sample first.");
    } catch (e) {
      $("difference").textContent = e.message;
      decide(profileText($("profile").value, $("set").value), function () {});
    }
    show();
  }

  let digit = -1;

  function takeDigit() {
    digit = (digit + 1) % window.BIOGRAD_LABELS.length;
    for (let n = 0; n < 64; n++) { input[n] = pixels[digit * 64 + n]; }
    if (window.BIOGRAD_LABELS[digit] < shape[shape.length - 1]) {
      $("label").selectedIndex = window.BIOGRAD_LABELS[digit];
    }
    paint();
  }

  function createForDigits() {
    $("profile").value = "loihi";
    $("shape").value = "64-64-10";
    $("seed").value = 1;
    $("set").value = "";
    return create();
  }

  /** The network as the command leaves it after its 20 epochs. */
  function ready() {
    if (createForDigits()) {
      const trained = window.BIOGRAD_TRAINED;
      trained.weights.forEach(function (w, n) { api.takeWeights(n + 1, Int32Array.from(w)); });
      trained.feedback.forEach(function (b, n) { api.takeFeedback(n + 1, Int32Array.from(b)); });
      takeDigit();
      say("It has learned the digits for 20 epochs, as ./biograd verify trains it: digest " + api.digest()
        + ". Draw one and let it read; what it reads wrongly, teach it.", false);
    }
  }

  function train() {
    const text = window.BIOGRAD_PROFILES.loihi;
    const began = performance.now();
    api.beginTraining(text, Int32Array.from([64, 64, 10]), 1, 1, Int32Array.from(pixels),
      Int32Array.from(window.BIOGRAD_LABELS));
    $("train").disabled = true;
    const go = function () {
      const samples = api.train(20);
      if (samples >= 0) {
        $("trained").textContent = samples + " samples, "
          + Math.round(samples / (performance.now() - began) * 1000) + " a second";
        setTimeout(go, 0);
        return;
      }
      const seconds = (performance.now() - began) / 1000;
      $("trained").textContent = "digest " + api.trainedDigest() + ", "
        + Math.round(window.BIOGRAD_LABELS.length / seconds) + " samples a second";
      $("train").disabled = false;
      if (createForDigits()) {
        api.adopt();
        takeDigit();
      }
    };
    go();
  }

  function keep() {
    const state = ["profile", "shape", "seed", "set"].map(function (id) {
      return id + "=" + encodeURIComponent($(id).value);
    });
    window.history.replaceState(null, "", "#" + state.join("&"));
  }

  window.location.hash.slice(1).split("&").forEach(function (pair) {
    const parts = pair.split("=");
    if (["profile", "shape", "seed", "set"].includes(parts[0])) {
      $(parts[0]).value = decodeURIComponent(parts.slice(1).join("="));
    }
  });

  function move(by) {
    $("step").value = Number($("step").value) + by;
    show();
  }

  const click = {
    create: create, learn: learnNow, digit: takeDigit, compare: compare, train: train, ready: ready,
    sleep: function () { api.sleep(); asleep++; angle(); show(); },
    read: function () { say("It reads a " + api.read(Int32Array.from(input)) + ".", false); },
    clear: function () { input.fill(0); paint(); },
    back: function () { move(-1); }, forward: function () { move(1); }
  };
  Object.keys(click).forEach(function (id) { $(id).addEventListener("click", click[id]); });
  $("step").addEventListener("input", show);
  $("neuron").addEventListener("change", choosePre);
  $("pre").addEventListener("change", show);
  $("profile").addEventListener("change", function () {
    if ($("profile").value !== "tiny" && $("shape").value === "2-2-1") { $("shape").value = "64-64-10"; }
  });
  create();
})();
