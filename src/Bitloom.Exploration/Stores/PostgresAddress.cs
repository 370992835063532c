using System.Text.RegularExpressions;
using Npgsql;

namespace Bitloom.Exploration;

/// <summary>The two forms of a PostgreSQL address: a URL as its own tools take it, and the pairs of Npgsql.</summary>
internal static partial class PostgresAddress
{
    public static bool IsOne(string place) => place.Contains("://", StringComparison.Ordinal) || Pairs().IsMatch(place);

    /// <summary>What Npgsql connects with; null when the text is none of both forms.</summary>
    public static NpgsqlConnectionStringBuilder? Parse(string place)
    {
        try
        {
            return Pairs().IsMatch(place) ? new(place)
                : Url().Match(place) is { Success: true } url ? Read(url.Groups)
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The address without the password.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder address)
    {
        var user = address.Username is null ? "" : $"{address.Username}@";
        return $"postgresql://{user}{address.Host}:{address.Port}/{address.Database}";
    }

    private static NpgsqlConnectionStringBuilder Read(GroupCollection parts)
    {
        var address = new NpgsqlConnectionStringBuilder();
        foreach (var key in (string[])["Host", "Port", "Database", "Username", "Password"])
        {
            if (parts[key].Length > 0)
                address[key] = Uri.UnescapeDataString(parts[key].Value);
        }

        foreach (var pair in parts["Settings"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(address, pair.Split('=', 2));
        address.Host ??= "localhost";
        return address;
    }

    // Npgsql knows the names and values of the PostgreSQL tools (application_name, verify-full) without the dashes.
    private static void Set(NpgsqlConnectionStringBuilder address, string[] pair)
    {
        var key = pair[0].Replace("_", "", StringComparison.Ordinal);
        var value = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        address[key] = key.Equals("sslmode", StringComparison.OrdinalIgnoreCase)
            ? value.Replace("-", "", StringComparison.Ordinal)
            : value;
    }

    [GeneratedRegex(
        @"^postgres(ql)?://((?<Username>[^:/?#@]*)(:(?<Password>[^:/?#@]*))?@)?"
        + @"(?<Host>[^:/?#@\[\]]*|\[[0-9A-Fa-f:.]+\])(:(?<Port>\d+))?"
        + @"(/(?<Database>[^/?#@]*))?(\?(?<Settings>[^#@?]*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex(
        @"(^|;)\s*(Host|Server)\s*=",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
