// The chip's neuron in Verilog, from the text of the spec: CHIP-2 to CHIP-5 (../../text/clauses/11-chip-neurons.md). One step a clock.
module soma (
    input wire clock,
    input wire first,                     // the step starts from 0: no current, no voltage, no rest
    input wire [12:0] lost_u,             // effective decays, 0..4096
    input wire [12:0] lost_v,
    input wire [16:0] threshold_mantissa, // the threshold is 64 times as much
    input wire [6:0] refractory,          // 1..64
    input wire signed [12:0] bias_mantissa,
    input wire [2:0] bias_exponent,
    input wire signed [39:0] a,
    output reg signed [23:0] u,
    output reg signed [23:0] v,           // after the reset
    output reg s
);
    localparam signed [25:0] LARGEST = 26'sd8388607;

    reg [6:0] resting;
    reg signed [25:0] exact;
    reg signed [23:0] held_u, held_v;
    reg [6:0] held_rest;

    // CHIP-2: toward zero. The magnitude of -2^23 needs all 24 bits.
    function signed [23:0] decayed(input signed [23:0] x, input [12:0] lost);
        reg [36:0] magnitude;
        begin
            magnitude = x[23] ? {13'd0, -x} : {13'd0, x};
            magnitude = magnitude * (13'd4096 - lost) >> 12;
            decayed = x[23] ? -magnitude[23:0] : magnitude[23:0];
        end
    endfunction

    always @(posedge clock) begin
        held_u = first ? 24'sd0 : u;
        held_v = first ? 24'sd0 : v;
        held_rest = first ? 7'd0 : resting;

        // CHIP-3: an adder of 24 bits wraps by itself.
        u = decayed(held_u, lost_u) + a[23:0];

        if (held_rest > 0) begin // CHIP-5
            resting = held_rest - 7'd1;
            v = 24'sd0;
            s = 1'b0;
        end else begin
            // CHIP-4
            exact = decayed(held_v, lost_v);
            exact = exact + u;
            exact = exact + ($signed({{13{bias_mantissa[12]}}, bias_mantissa}) <<< bias_exponent);
            exact = exact > LARGEST ? LARGEST : exact < -LARGEST ? -LARGEST : exact;
            // CHIP-5
            s = exact > $signed({3'b000, threshold_mantissa, 6'b000000});
            v = s ? 24'sd0 : exact[23:0];
            resting = s ? refractory - 7'd1 : 7'd0;
        end
    end
endmodule
