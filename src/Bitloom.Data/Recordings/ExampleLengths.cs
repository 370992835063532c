namespace Bitloom.Data;

/// <summary>Holds the examples of a file to the length of the first.</summary>
internal sealed class ExampleLengths(int? declared)
{
    private int? first;

    public void Check(int samples, string location, DiagnosticBag bag)
    {
        first ??= samples;
        var expected = declared ?? first.Value;
        if (samples != expected)
        {
            var source = declared is null ? "as the first example has" : "as the file's header says";
            bag.Error("DATA015", location, $"the example has {Text.Count(samples, "sample")}",
                $"{Text.Count(expected, "sample")}, {source}",
                "make all examples of one length, or remove those that differ");
        }
    }
}
