extern alias Library;

using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Projects;
using Bitloom.Training;
using Library::Bitloom;

namespace Bitloom.Tests.Library;

/// <summary>That a section's settings say what the same keys of a project file say.</summary>
public sealed class SettingsTests
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> Data =
        [new("data", "{file: some.csv, features: [level], targets: [level]}")];

    [Fact]
    public void Settings_GiveWhatIsGiven_AndDefaultsForTheRest()
    {
        var project = Read(new TimeSeriesTransformer { Dimension = 24, Heads = 3 }.In("model"));

        project.Model.ShouldBe(new ModelSection(Dimension: 24, Heads: 3));
        project.Training.ShouldBe(new TrainingSection());
    }

    [Fact]
    public void Settings_ReachEveryPropertyOfTheModel()
    {
        var model = new TimeSeriesTransformer
        {
            Dimension = 8,
            Heads = 2,
            Layers = 3,
            FeedForwardRatio = 2,
            Normalization = Normalization.Rms,
            Activation = Activation.Gelu,
            Causal = true,
        };

        Read(model.In("model")).Model.ShouldBe(
            new ModelSection(8, 2, 3, 2, Normalization.Rms, Activation.Gelu, Causal: true));
    }

    [Fact]
    public void Settings_ReachEveryPropertyOfTraining()
    {
        var training = new TrainingSettings
        {
            Epochs = 5,
            QuantizedEpochs = 4,
            Batch = 32,
            LearningRate = 1e-7,
            QuantizedLearningRate = 0.25,
            Patience = 3,
            Seed = 9,
            Schedule = ScheduleKind.Constant,
        };

        Read(training.In("training")).Training.ShouldBe(
            new TrainingSection(5, 4, 32, 1e-7, 0.25, 3, 9, ScheduleKind.Constant));
    }

    [Fact]
    public void Settings_ReachQuantizationAndEngine()
    {
        var quantization = new QuantizationSettings
        {
            Bits = 4,
            ExponentialBits = 10,
            MultiplierBits = 12,
            Tensors = new Dictionary<string, int> { ["layer0.scores"] = 6 },
            Further = new Dictionary<string, string> { ["method"] = "ptq" },
        };
        var engine = new EngineSettings
        {
            Device = "ICE40UP5K",
            Rows = 4,
            Columns = 2,
            Lanes = 1,
            Clock = 12.5,
            Goal = EngineGoal.Energy,
            LoadPort = true,
        };

        var project = Read([.. quantization.In("quantization"), .. engine.In("engine")]);

        (project.Quantization.Bits, project.Quantization.ExponentialBits, project.Quantization.MultiplierBits)
            .ShouldBe((4, 10, 12));
        (project.Quantization.BitsOf("layer0.scores"), project.Quantization.Method)
            .ShouldBe((6, QuantizationMethod.PostTraining));
        (project.Engine.Device.Name, project.Engine.Rows, project.Engine.Columns, project.Engine.Lanes)
            .ShouldBe(("ice40up5k", 4, 2, 1));
        (project.Engine.Clock, project.Engine.Goal, project.Engine.LoadPort).ShouldBe((12.5, EngineGoal.Energy, true));
    }

    [Fact]
    public void Settings_OfEverySection_HaveKeysOfTheProjectFile()
    {
        var sections = new (SectionSettings Settings, string Section)[]
        {
            (new DatasetSettings(), "data"), (new TimeSeriesTransformer(), "model"),
            (new TrainingSettings(), "training"), (new QuantizationSettings(), "quantization"),
            (new EngineSettings(), "engine"), (new VerificationSettings(), "verification"),
        };

        var keys = sections.SelectMany(part => part.Settings.GetType().GetProperties()
            .Where(property => !property.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), false))
            .Select(property => $"{part.Section}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}"));

        keys.Count().ShouldBeGreaterThan(25);
        keys.Where(key => key != "quantization.tensors").Except(ProjectReader.Keys).ShouldBeEmpty();
    }

    private static Project Read(params ImmutableArray<KeyValuePair<string, string>> settings)
    {
        var read = ProjectReader.Of("some", [.. Data, .. settings]);
        read.Ok.ShouldBeTrue(string.Join('\n', read.Diagnostics));
        return read.Value;
    }
}
