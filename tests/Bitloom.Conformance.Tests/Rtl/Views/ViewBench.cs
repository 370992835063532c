using System.Globalization;

namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>
/// The same small bench in both languages: reads a stimulus a cycle from stimuli.hex, writes the output after each
/// clock edge to outputs.hex.
/// </summary>
internal static class ViewBench
{
    public const string Top = "view_tb";

    public static string Vhdl(Primitive primitive) => $"""
        library ieee;
        use ieee.std_logic_1164.all;
        use ieee.numeric_std.all;
        library std;
        use std.textio.all;
        use std.env.all;

        entity {Top} is
        end entity {Top};

        architecture bench of {Top} is
          signal clk      : std_ulogic := '0';
          signal stimulus : std_ulogic_vector({Rounded(primitive.StimulusBits) - 1} downto 0) := (others => '0');
        {Lines(primitive.Inputs, port => $"  signal {port.Name} : {VhdlType(port)};")}
          signal {primitive.Output.Name} : {VhdlType(primitive.Output)};
        begin
        {Lines(primitive.Slices(), slice => $"  {slice.Port.Name} <= {VhdlSlice(slice.Port, slice.High, slice.Low)};")}

          device : entity work.{primitive.Name}
            generic map ({Joined(primitive.Parameters, item => $"{item.Name} => {Literal(item.Value)}")})
            port map (clk => clk, {Joined(Ports(primitive), port => $"{port.Name} => {port.Name}")});

          play : process is
            file     stimuli_f  : text open read_mode is "stimuli.hex";
            file     outputs_f  : text open write_mode is "outputs.hex";
            variable line_v     : line;
            variable stimulus_v : std_ulogic_vector(stimulus'range);
          begin
            while not endfile(stimuli_f) loop
              readline(stimuli_f, line_v);
              hread(line_v, stimulus_v);
              stimulus <= stimulus_v;
              wait for 5 ns;
              clk <= '1';
              wait for 1 ns;
              write(line_v, to_hstring(std_ulogic_vector({primitive.Output.Name})));
              writeline(outputs_f, line_v);
              wait for 4 ns;
              clk <= '0';
            end loop;
            finish;
          end process play;
        end architecture bench;
        """;

    public static string Verilog(Primitive primitive) => $"""
        module {Top};
          reg clk = 0;
          reg [{primitive.StimulusBits - 1}:0] stimulus = 0;
          wire [{primitive.Output.Bits - 1}:0] {primitive.Output.Name};
          integer stimuli, outputs, found;

          {primitive.Name} #({Joined(primitive.Parameters, item => $".{item.Name}({Literal(item.Value)})")}) device (
            .clk(clk),
        {Lines(primitive.Slices(), slice => $"    .{slice.Port.Name}(stimulus[{slice.High}:{slice.Low}]),")}
            .{primitive.Output.Name}({primitive.Output.Name}));

          initial begin
            stimuli = $fopen("stimuli.hex", "r");
            outputs = $fopen("outputs.hex", "w");
            found = $fscanf(stimuli, "%h\n", stimulus);
            while (found == 1) begin
              #5 clk = 1;
              #1 $fdisplay(outputs, "%h", {primitive.Output.Name});
              #4 clk = 0;
              found = $fscanf(stimuli, "%h\n", stimulus);
            end
            $fclose(outputs);
            $finish;
          end
        endmodule
        """;

    private static string VhdlType(PrimitivePort port) =>
        IsBit(port) ? port.Type : $"{port.Type}({port.Bits - 1} downto 0)";

    private static string VhdlSlice(PrimitivePort port, int high, int low) =>
        IsBit(port) ? $"stimulus({high})" : $"{port.Type}(stimulus({high} downto {low}))";

    private static bool IsBit(PrimitivePort port) => string.Equals(port.Type, "std_ulogic", StringComparison.Ordinal);

    private static int Rounded(int bits) => (bits + 3) / 4 * 4;

    private static string Literal(object value) => value is string text
        ? $"\"{text}\""
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static IEnumerable<PrimitivePort> Ports(Primitive primitive) =>
        primitive.Inputs.Append(primitive.Output);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> print) =>
        string.Join('\n', items.Select(print));

    private static string Joined<T>(IEnumerable<T> items, Func<T, string> print) =>
        string.Join(", ", items.Select(print));
}
