using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>What can be wrong with a study's store. Passwords are in none of the texts.</summary>
internal static class StudyFaults
{
    private const string Nothing = "(nothing)";

    public static Diagnostic CannotOpen(string location, SqlDialect dialect, Exception fault) => Diagnostic.Error(
        "STUDY001", location, $"the study's store cannot be opened: {Reason(fault)}", dialect.Expected, dialect.Remedy);

    public static Diagnostic AnotherDefinition(StudyDatabase database, StudyDefinition found, StudyDefinition given)
    {
        var (line, old, now) = FirstDifference(found.Text, given.Text);
        return Diagnostic.Error(
            "STUDY002", database.Location,
            $"the study '{found.Name}' was begun with other settings: line {line} of its definition is '{old}'",
            $"'{now}'",
            "give this study another name, or go back to the settings that it was begun with");
    }

    public static Diagnostic AnotherVersion(StudyDatabase database, int found) => Diagnostic.Error(
        "STUDY003", database.Location,
        $"the study's store has version {found} of its tables",
        $"version {StudySchema.Version}",
        "use the version of Bitloom that made it, or name another place");

    /// <summary>The address is not repeated: a password in it may be what makes it unreadable.</summary>
    public static Diagnostic NoAddress() => Diagnostic.Error(
        "STUDY004", "",
        "the address of the study's store cannot be read",
        "a path, postgresql://user@host:port/database, or Host=...;Database=...;Username=...",
        "write / as %2F, : as %3A, ? as %3F, # as %23, @ as %40 in a name or password; "
        + "a password may stand in PGPASSWORD or ~/.pgpass instead");

    public static Diagnostic Failed(StudyDatabase database, Exception fault) => Diagnostic.Error(
        "STUDY005", database.Location, $"the study's store has failed: {Reason(fault)}",
        database.Dialect.Expected, "mend what failed and start again: finished trials are kept");

    private static (int Line, string Old, string Now) FirstDifference(string old, string now)
    {
        var (left, right) = (old.Split('\n'), now.Split('\n'));
        var line = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return (line + 1, left.ElementAtOrDefault(line) ?? Nothing, right.ElementAtOrDefault(line) ?? Nothing);
    }

    // A server may append details and hints, each on a line of its own.
    private static string Reason(Exception fault)
    {
        var reason = fault.Message.Split('\n')[0].Trim().TrimEnd('.');
        return fault.InnerException is { } inner ? $"{reason}: {Reason(inner)}" : reason;
    }
}
