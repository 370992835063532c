namespace Bitloom.Toolchain;

/// <summary>Words as a POSIX shell reads them: for showing a command, never for running it.</summary>
public static class ShellText
{
    private const string Plain = "-_./=:,+@%";

    /// <summary>The words in one line, quoted where necessary.</summary>
    public static string Quote(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
