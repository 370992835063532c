namespace Bitloom.Ir;

/// <summary>One field of a paragraph: its text with continuation lines joined by spaces.</summary>
internal sealed record FieldText(string Name, int Line, string Value);

/// <summary>A header line of an operation and the fields below it.</summary>
internal sealed record ParagraphText(string Header, int Line, List<FieldText> Fields);

/// <summary>A text cut into its first line and its paragraphs; blank lines and lines of a '#' are left out.</summary>
internal sealed record GraphText(string Header, int Line, List<ParagraphText> Paragraphs)
{
    public static GraphText Read(string text, TextFaults faults)
    {
        var result = new GraphText("", 1, []);
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            number++;
            if (line.Length == 0 || line.TrimStart()[0] == '#')
                continue;
            if (result.Header.Length == 0)
                result = result with { Header = line, Line = number };
            else if (!char.IsWhiteSpace(line[0]))
                result.Paragraphs.Add(new(line, number, []));
            else
                result.Continue(line.Trim(), number, faults);
        }

        return result;
    }

    private void Continue(string line, int number, TextFaults faults)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var fields = Paragraphs.LastOrDefault()?.Fields;
        if (fields is null || (equals < 0 && fields.Count == 0))
            faults.Stray(number, line);
        else if (equals < 0)
            fields[^1] = fields[^1] with { Value = (fields[^1].Value + " " + line).TrimStart() };
        else
            fields.Add(new(line[..equals].TrimEnd(), number, line[(equals + 1)..].TrimStart()));
    }
}
