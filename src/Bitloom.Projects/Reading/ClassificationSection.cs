using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>data</c> of a classification project.</summary>
internal sealed class ClassificationSection(YamlSection section, string folder)
{
    private const int Most = 1_000_000;

    public ClassificationOptions Read()
    {
        var test = section.Text("test");
        var options = new ClassificationOptions
        {
            Reading = RecordingKeys.Read(section, folder),
            Train = section.RequiredText("train", "the file, or the folder of recordings, to learn from"),
            TrainLabels = section.Text("trainLabels"),
            Test = test,
            TestLabels = section.Text("testLabels"),
            Split = SplitSection.Read(section.Section("split"), test is not null),
            Seed = (ulong)section.Integer("seed", 1, 0, int.MaxValue),
            Average = section.Integer("average", 1, 1, Most),
            Window = section.OptionalInteger("windowSamples", 1, Most),
            Stride = section.OptionalInteger("stride", 1, Most),
            Patch = section.Integer("patch", 1, 1, Most),
            Standardize = section.Boolean("standardize", true),
        };
        section.Close();
        return options;
    }
}
