using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

/// <summary>All external tools of a build, as shell scripts or as programs that are not there.</summary>
internal static class FakeTools
{
    public const string GoodTranslation = "echo 'module accelerator; endmodule'";

    // Answers what is expected, at one cycle a window.
    public const string GoodBench = """
        for a in "$@"; do case $a in -gexpected_file_g=*) e=${a#*=};; -goutput_file_g=*) o=${a#*=};; esac; done
        cp "$e" "$o"; sed 's/.*/window 0 cycles 1/' "$e"; echo "checked $(wc -l <"$e") beats"
        """;

    public const string GoodVerilator = """
        mkdir -p objects
        cat >objects/simulate-accelerator <<'END'
        #!/bin/sh
        cp "$2" "$8"; sed 's/.*/window 0 cycles 1/' "$2"; echo "checked $(wc -l <"$2") beats"
        END
        chmod +x objects/simulate-accelerator
        """;

    /// <summary>Programs that are always there and do nothing: what is tested must not depend on the machine.</summary>
    public static BuildTools Present { get; } = new(
        ExternalTools.Ghdl with { Executable = "true" }, ExternalTools.Verilator with { Executable = "true" },
        ExternalTools.Yosys with { Executable = "true" })
    {
        NextpnrIce40 = ExternalTools.NextpnrIce40 with { Executable = "true" },
        Icepack = ExternalTools.Icepack with { Executable = "true" },
        Compilers = [],
    };

    /// <summary>Programs that are not there.</summary>
    public static BuildTools Absent { get; } = new(
        Missing(ExternalTools.Ghdl), Missing(ExternalTools.Verilator), Missing(ExternalTools.Yosys))
    {
        NextpnrIce40 = Missing(ExternalTools.NextpnrIce40),
        Icepack = Missing(ExternalTools.Icepack),
        Compilers = [Missing(ExternalTools.Make), Missing(ExternalTools.Compiler)],
    };

    /// <summary>Scripts in the folder; of GHDL, what it does when it synthesizes and when it simulates.</summary>
    public static async Task<BuildTools> WriteAsync(
        TemporaryFolder folder, string synthesis, string bench, string verilator, string yosys)
    {
        var patience = TimeSpan.FromSeconds(10);
        return Present with
        {
            Ghdl = ExternalTools.Ghdl with
            {
                Executable = await FakeTool.WriteAsync(folder["ghdl"], $$"""
                    case $1 in
                    --synth) {{synthesis}} ;;
                    -r) {{bench}} ;;
                    esac
                    """),
                Timeout = TimeSpan.FromSeconds(2),
            },
            Verilator = ExternalTools.Verilator with
            {
                Executable = await FakeTool.WriteAsync(folder["verilator"], Unless("--version", verilator)),
                Timeout = patience,
            },
            Yosys = ExternalTools.Yosys with
            {
                Executable = await FakeTool.WriteAsync(folder["yosys"], Unless("-V", yosys)),
                Timeout = patience,
            },
            SimulatorFolder = folder["simulators"],
        };
    }

    private static ExternalTool Missing(ExternalTool tool) => tool with { Executable = $"absent-{tool.Executable}" };

    private static string Unless(string version, string script) => $"[ \"$1\" = {version} ] && exit 0\n{script}";
}
