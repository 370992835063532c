using System.Text;

namespace Bitloom.Fuzzing;

/// <summary>Bytes of a valid file changed, cut, repeated and put in.</summary>
public static class InputMutation
{
    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "\t", "\n", "\r", ",", ":", ";", "?", "NaN", "1e999", "-", "@data", "@classLabel", "#", "\"", "'", "{", "[",
            "(", ")", "99999999999999999999", "4294967295", "\0", "\uFEFF", "\\ud800", "true", "0.5", "é", "null",
            "  ", "\n- ", ": &a [*a]", "<<: *a", "!!int", "|", ">", "~", "2020-02-30", "24:61", "]", "}", "%YAML 9",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFF, 0xFE], [0x80], [0, 0, 8, 1], [0x1F, 0x8B], [0xFF, 0xFF, 0xFF, 0xFF],
    ];

    /// <summary>One to four changes.</summary>
    public static byte[] Of(byte[] valid, Random random)
    {
        var bytes = valid.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var place = random.Next(bytes.Count + 1);
            var count = Math.Min(random.Next(1, 9), bytes.Count - place);
            switch (random.Next(6))
            {
                case 0 when count > 0: bytes[place] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(place, count); break;
                case 2: bytes.InsertRange(place, bytes.GetRange(place, count)); break;
                case 3: bytes.RemoveRange(place, bytes.Count - place); break;
                default: bytes.InsertRange(place, Fragments[random.Next(Fragments.Length)]); break;
            }
        }

        return [.. bytes];
    }
}
