using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>Turns what is wrong with a command line into diagnostics.</summary>
internal static class CommandLineFaults
{
    /// <summary>Words that are not known, or, when all are, what the parser misses.</summary>
    public static ImmutableArray<Diagnostic> Of(ParseResult parsed)
    {
        var unknown = UnknownWords(parsed).ToImmutableArray();
        return unknown.Length > 0
            ? [.. unknown.Select(word => Unknown(parsed, word))]
            : [.. parsed.Errors.Select(error => Incomplete(parsed, error))];
    }

    // What follows a misspelt command is unknown only because of it. A misspelt option is taken for an argument.
    private static IEnumerable<string> UnknownWords(ParseResult parsed) =>
        IsRoot(parsed.CommandResult.Command)
            ? parsed.UnmatchedTokens.Take(1)
            : parsed.Tokens
                .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-'))
                .Select(token => token.Value)
                .Concat(parsed.UnmatchedTokens.Where(word => !FollowsOption(parsed, word)))
                .Distinct(StringComparer.Ordinal);

    // It may be the value of a misspelt option.
    private static bool FollowsOption(ParseResult parsed, string word)
    {
        string[] words = [.. parsed.Tokens.Select(token => token.Value)];
        var place = Array.IndexOf(words, word);
        return place > 0 && !word.StartsWith('-') && words[place - 1].StartsWith('-');
    }

    private static Diagnostic Unknown(ParseResult parsed, string word)
    {
        var path = PathOf(parsed.CommandResult.Command);
        return Diagnostic.Error(
            "CLI001", "", $"`{word}` is not known", $"a command, option or argument that `{path} --help` shows",
            Suggestion(parsed, word) is { } near ? $"did you mean `{near}`?" : $"run `{path} --help`");
    }

    private static Diagnostic Incomplete(ParseResult parsed, ParseError error)
    {
        var path = PathOf(parsed.CommandResult.Command);
        return Diagnostic.Error(
            "CLI001", "", Found(error), $"a command line of the form that `{path} --help` shows",
            $"run `{path} --help`");
    }

    // The parser names the types of the language, and the command in place of what it lacks.
    private static string Found(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Parent: OptionResult option, Tokens: [var value, ..] } =>
            $"`{value.Value}` is not a value of {option.Option.Name}",
        OptionResult { Tokens: [] } option when error.Message.Contains("argument", StringComparison.Ordinal) =>
            $"{option.Option.Name} has no value",
        ArgumentResult { Tokens: [], Parent: OptionResult option } => $"{option.Option.Name} has no value",
        ArgumentResult { Tokens: [], Parent: CommandResult } argument => $"{argument.Argument.Name} is missing",
        _ => error.Message.TrimEnd('.'),
    };

    private static string PathOf(Command command) => IsRoot(command) ? command.Name : $"bitloom {command.Name}";

    private static bool IsRoot(Command command) => !command.Parents.Any();

    private static string? Suggestion(ParseResult parsed, string word)
    {
        var command = parsed.CommandResult.Command;
        return Nearest.To(
            word, command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)));
    }
}
