namespace Bitloom.Projects;

/// <summary>What is played through interpreter, engine simulator and RTL.</summary>
/// <param name="Windows">Windows of the test part that the VHDL is played.</param>
/// <param name="TranslatedWindows">Windows of the test part that the translated engine is played.</param>
/// <param name="NetlistWindows">Windows of the test part that the synthesized netlist is played; 0: it is not.</param>
/// <param name="Seed">Draws them.</param>
public sealed record VerificationSection(
    int Windows = 16, int TranslatedWindows = 512, int NetlistWindows = 4, int Seed = 1);
