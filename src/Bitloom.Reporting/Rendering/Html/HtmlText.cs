using System.Globalization;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>Text made safe inside elements and quoted attributes.</summary>
internal static class HtmlText
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var character in text)
            encoded.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => character.ToString(),
            });
        return encoded.ToString();
    }

    public static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
