namespace Bitloom.Cli;

/// <summary>The version of this program.</summary>
public static class BitloomVersion
{
    /// <summary>As major.minor.patch.</summary>
    public static string Text { get; } = typeof(BitloomVersion).Assembly.GetName().Version!.ToString(3);
}
