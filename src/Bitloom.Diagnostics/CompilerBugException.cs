namespace Bitloom.Diagnostics;

/// <summary>An invariant of Bitloom itself does not hold: our fault, never the user's.</summary>
public sealed class CompilerBugException : Exception
{
    /// <summary>Names the place (operation, pass or stage) and what does not hold there.</summary>
    public CompilerBugException(string place, string message)
        : base($"{place}: {message} (this is a fault of Bitloom; please report it with the project file)")
    {
    }
}
