using System.Globalization;

namespace Bitloom.Pipeline;

/// <summary>Counts where two integer tensors differ.</summary>
internal static class TensorComparison
{
    public static RungResult Compare(
        (string From, string To) rung, int window, string tensor, ReadOnlySpan<int> expected, ReadOnlySpan<int> found)
    {
        if (expected.Length != found.Length)
        {
            return new(rung.From, rung.To, expected.Length, expected.Length,
                Lengths(window, tensor, expected.Length, found.Length));
        }

        var (differences, first) = (0, -1);
        for (var index = 0; index < expected.Length; index++)
        {
            if (expected[index] == found[index])
                continue;
            differences++;
            first = first < 0 ? index : first;
        }

        var where = first < 0 ? null : Text(window, tensor, first, expected[first], found[first]);
        return new(rung.From, rung.To, expected.Length, differences, where);
    }

    private static string Text(int window, string tensor, int index, int expected, int found) => string.Create(
        CultureInfo.InvariantCulture, $"window {window}, {tensor}[{index}]: expected {expected}, found {found}");

    private static string Lengths(int window, string tensor, int expected, int found) => string.Create(
        CultureInfo.InvariantCulture, $"window {window}, {tensor}: expected {expected} elements, found {found}");
}
