using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bitloom.Estimation.Yaml;

/// <summary>Reads YAML into nodes that know their lines, and reports every duplicate key.</summary>
public sealed class YamlText
{
    private readonly string? fixedLocation;
    private readonly string file;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly List<Diagnostic> findings;

    private YamlText(string text, string file, string? fixedLocation, List<Diagnostic> findings)
    {
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
        this.file = file;
        this.fixedLocation = fixedLocation;
        this.findings = findings;
    }

    /// <summary>The mapping that a file is; null, with the reason in the findings, when it is none.</summary>
    public static YamlMapping? ReadMapping(string text, string file, List<Diagnostic> findings)
    {
        var node = new YamlText(text, file, null, findings).ReadDocument();
        if (node is null or YamlMapping)
            return (YamlMapping?)node;
        if (node is YamlScalar { IsNull: true })
            return new YamlMapping(node.Location, []);
        findings.Add(Diagnostic.Error("YAML001", node.Location, "the file is not a list of keys and values",
            "lines of the form 'key: value'", "begin the file with a key, such as 'name: demo'"));
        return null;
    }

    /// <summary>A value given outside of a file, such as on the command line.</summary>
    public static YamlNode? ReadValue(string text, string location, List<Diagnostic> findings) =>
        new YamlText(text, location, location, findings).ReadDocument();

    private YamlNode? ReadDocument()
    {
        try
        {
            parser.Consume<StreamStart>();
            var node = parser.TryConsume<DocumentStart>(out _) ? ReadNode() : new YamlScalar(file, "", Quoted: false);
            parser.TryConsume<DocumentEnd>(out _);
            if (parser.Accept<DocumentStart>(out var second))
                throw new YamlException(second.Start, second.Start, "a second document (---) is not supported");
            parser.Consume<StreamEnd>();
            return node;
        }
        catch (YamlException fault)
        {
            Report(fault.End, fault.Message.TrimEnd('.'));
        }
        catch (ArgumentException)
        {
            // Its parser answers so to a tag that is no address, such as '!!int[x]'.
            Report(scanner.CurrentPosition, "a tag (!name) before this line cannot be read; leave tags out");
        }
        catch (InvalidOperationException)
        {
            // The scanner of YamlDotNet answers so to a list or section in brackets that is never closed.
            Report(scanner.CurrentPosition, "a bracket or quote before this line is not closed");
        }

        return null;
    }

    private void Report(Mark mark, string message)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {mark.Line}, column {mark.Column}");
        findings.Add(Diagnostic.Error("YAML001", Locate(mark), $"the YAML cannot be read at {place}: {message}",
            "YAML: keys with a colon and a space, sections indented by spaces", "correct the line"));
    }

    private string Locate(Mark mark) =>
        fixedLocation ?? string.Create(CultureInfo.InvariantCulture, $"{file}:{mark.Line}");

    private YamlNode ReadNode()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
            throw new YamlException(alias.Start, alias.Start, "an alias (*name) is not supported; write the value out");
        if (parser.TryConsume<SequenceStart>(out var sequence))
            return ReadSequence(sequence);
        if (parser.TryConsume<MappingStart>(out var mapping))
            return ReadMapping(mapping);
        var scalar = parser.Consume<Scalar>();
        return new YamlScalar(Locate(scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain);
    }

    private YamlSequence ReadSequence(SequenceStart start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode());
        return new YamlSequence(Locate(start.Start), items.ToImmutable());
    }

    private YamlMapping ReadMapping(MappingStart start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var entry = new YamlEntry(key.Value, Locate(key.Start), ReadNode());
            if (first.TryAdd(entry.Key, entry.Location))
                entries.Add(entry);
            else
                ReportDuplicate(entry, first[entry.Key]);
        }

        return new YamlMapping(Locate(start.Start), entries.ToImmutable());
    }

    private void ReportDuplicate(YamlEntry entry, string first) =>
        findings.Add(Diagnostic.Error("YAML002", entry.Location, $"the key '{entry.Key}' is already at {first}",
            "each key once", "remove one of the two"));
}
