using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// Cuts a stream of characters into lines. What a broken program prints may have no line ends: a line that is longer
/// than <see cref="Longest"/> is given in pieces, so that memory stays bounded.
/// </summary>
internal sealed class LineCutter(Action<string> onLine)
{
    /// <summary>Characters of the longest line.</summary>
    public const int Longest = 16_384;

    private readonly StringBuilder _line = new();

    public void Take(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
                Give();
            else
                _line.Append(character);
            if (_line.Length == Longest)
                Give();
        }
    }

    /// <summary>Gives the last line when nothing ended it.</summary>
    public void End()
    {
        if (_line.Length > 0)
            Give();
    }

    private void Give()
    {
        var length = _line.Length > 0 && _line[^1] == '\r' ? _line.Length - 1 : _line.Length;
        onLine(_line.ToString(0, length));
        _line.Clear();
    }
}
