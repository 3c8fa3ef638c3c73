// Shows the soma every step of the cases in a file of lif.run.hex, and compares u, v and s with what stands there.
module bench;
    localparam ROWS = 65536;

    reg [8 * 1024 - 1:0] file;
    // first:4 decayU:16 decayV:16 vthMant:20 refractory:8 biasMant:16 biasExp:4 a:40 u:24 v:24 s:4
    reg [175:0] row [0:ROWS - 1];
    reg [175:0] now;
    reg clock = 0;
    integer step, failed;

    wire signed [23:0] u, v;
    wire s;

    soma neuron (
        .clock(clock), .first(now[172]), .lost_u(now[168:156]), .lost_v(now[152:140]), .threshold_mantissa(now[136:120]),
        .refractory(now[118:112]), .bias_mantissa(now[108:96]), .bias_exponent(now[94:92]), .a(now[91:52]), .u(u), .v(v), .s(s));

    initial begin
        if (!$value$plusargs("cases=%s", file)) begin
            $display("FAIL: +cases=FILE is needed");
            $finish;
        end
        $readmemh(file, row);
        failed = 0;
        for (step = 0; step < ROWS && row[step][0] !== 1'bx; step = step + 1) begin
            now = row[step];
            #1 clock = 1;
            #1 clock = 0;
            if (u !== now[51:28] || v !== now[27:4] || s !== now[0]) begin
                failed = failed + 1;
                if (failed <= 10) begin
                    $display("row %0d: u %h v %h s %b expected, u %h v %h s %b got", step, now[51:28], now[27:4], now[0], u, v, s);
                end
            end
        end
        $display("%0s: %0d steps, %0d wrong", failed == 0 && step > 0 ? "PASS" : "FAIL", step, failed);
        $finish;
    end
endmodule
