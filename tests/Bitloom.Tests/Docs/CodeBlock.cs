namespace Bitloom.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What follows the fence; empty when nothing does.</param>
/// <param name="Line">Of the opening fence, from 1.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string[] Lines)
{
    public string Text => string.Join('\n', Lines) + "\n";

    public string Place => $"{Page}:{Line}";
}
