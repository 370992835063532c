using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// How a netlist is made to record its activity in Verilator: comments choose the nets, and a recorder of a dozen
/// lines is put before the main program, which is otherwise unchanged. Without <see cref="Variable"/> in the
/// environment nothing is recorded.
/// </summary>
public static class NetlistRecording
{
    /// <summary>The environment's variable that names the recording.</summary>
    public const string Variable = "BITLOOM_ACTIVITY";

    /// <summary>Cycles after the last output in which the accelerator waits for input.</summary>
    public const int IdleCycles = 256;

    /// <summary>
    /// At most so many nets are recorded beside those of memories and multipliers. On 5,700 LUTs, the simulator takes
    /// 29 % more processor time to compile with 1,500, 25 s, and 60 % with all 10,750.
    /// </summary>
    public const int Nets = 800;

    // The time of the first idle cycle.
    private const int IdleBit = 40;

    /// <summary>Verilator's options.</summary>
    public static ImmutableArray<string> Options { get; } =
        ["--trace", "--trace-depth", "1", "--trace-underscore"];

    /// <summary>The netlist with the nets chosen.</summary>
    public static string Choose(string netlist)
    {
        using var reader = new StringReader(netlist);
        var chosen = NetlistProbes.Read(reader).Sample(Nets);
        var text = new StringBuilder(netlist.Length);
        foreach (var line in netlist.AsSpan().EnumerateLines())
        {
            var declared = line.StartsWith("  wire ") || line.StartsWith("  reg ")
                ? NetlistProbes.DeclarationOf(line.ToString())
                : null;
            if (declared is var (name, _, _) && chosen.Contains(name))
                text.Append("/*verilator tracing_on*/").Append(line).Append("/*verilator tracing_off*/\n");
            else
                text.Append(line).Append('\n');
            if (line.StartsWith("module "))
                text.Append("/*verilator tracing_off*/\n");
        }

        return text.ToString();
    }

    /// <summary>The main program with the recorder before it.</summary>
    /// <param name="top">The module.</param>
    public static string Record(string top, string main) => $$"""
        #include <cstdint>
        #include <cstdlib>
        #include <memory>

        #include "V{{top}}.h"
        #include "verilated_vcd_c.h"

        // Records once a cycle, before the rising edge, from the end of the reset on; at the end idle cycles follow.
        class Recorded : public V{{top}} {
         public:
          explicit Recorded(VerilatedContext *context) : V{{top}}(context) {
            const char *name = std::getenv("{{Variable}}");
            if (name == nullptr) return;
            context->traceEverOn(true);
            recording_.reset(new VerilatedVcdC);
            trace(recording_.get(), 1);
            recording_->open(name);
          }

          ~Recorded() {
            if (!recording_) return;
            time_ = uint64_t{1} << {{IdleBit}};
            in_valid = load_valid = 0;
            out_ready = 1;
            for (int cycle = 0; cycle < {{IdleCycles}}; cycle++) {
              clk = 1;
              eval();
              clk = 0;
              eval();
            }
            recording_->close();
          }

          void eval() {
            if (clk && !was_high_ && !rst && recording_) recording_->dump(time_++);
            was_high_ = clk;
            V{{top}}::eval();
          }

         private:
          std::unique_ptr<VerilatedVcdC> recording_;
          uint64_t time_ = 0;
          bool was_high_ = false;
        };
        #define V{{top}} Recorded

        {{main}}
        """;

    /// <summary>Counts a recording: until the last output, and in the idle cycles after it.</summary>
    public static (NetActivity Window, NetActivity Idle) Count(TextReader netlist, TextReader recording) =>
        ToggleCounter.Count(NetlistProbes.Read(netlist), recording, 1L << IdleBit);
}
