namespace Bitloom.Engine;

/// <summary>Division of counts.</summary>
internal static class Division
{
    /// <summary>The least integer not below <paramref name="count"/> / <paramref name="size"/>.</summary>
    public static int Ceiling(int count, int size) => (count + size - 1) / size;
}
