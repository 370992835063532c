using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Tests.Projects;

public sealed class ProjectReaderTests
{
    public const string Least = """
        data:
          file: a.csv
          features: [x]
          targets: [y]

        """;

    [Fact]
    public void LeastProject_HasTheDefaults()
    {
        var project = Read(Least).Value.ShouldNotBeNull();
        var data = project.Data.ShouldBeOfType<DataOptions>();

        project.Model.ShouldBe(new ModelSection(16, 1, 1, 4, Normalization.Batch));
        project.Training.ShouldBe(new TrainingSection(60, 30, 128, 0.002, 0.01, 20, 1, ScheduleKind.Cosine));
        data.Window.ShouldBe(new WindowSpec(12, 1, 1));
        data.Split.ShouldBe(new SplitFractions(0.7, 0.15, 0.15));
        project.Engine.Device.Name.ShouldBe("xc7s15");
        (project.Engine.Rows, project.Engine.Columns, project.Engine.Lanes).ShouldBe((null, null, null));
        project.Engine.Clock.ShouldBe(100);
        project.Engine.LoadPort.ShouldBeFalse();
        project.Engine.Goal.ShouldBe(EngineGoal.Latency);
        project.Verification.ShouldBe(new VerificationSection(16, 512, 4, 1));
        project.Synthesis.Enabled.ShouldBeTrue();
        project.Precision.Values.ShouldAllBe(bits => bits == 8);
        data.Outputs.ShouldBe(1);
        project.Power.ShouldBe(new PowerSection(1, null));
    }

    [Theory]
    [InlineData("100ms", 0.1)]
    [InlineData("1.5 s", 1.5)]
    [InlineData("250 us", 0.00025)]
    [InlineData("15 min", 900)]
    [InlineData("2 h", 7200)]
    [InlineData("1 d", 86400)]
    public void Period_HasAUnit(string text, double seconds)
    {
        var project = Read(Least + $"power: {{period: {text}, battery: {{capacity: 1.2 Ah, voltage: 3.7}}}}\n").Value
            .ShouldNotBeNull();

        project.Power.PeriodSeconds.ShouldBe(seconds, seconds * 1e-12);
        project.Power.Battery.ShouldBe(new Battery(1200, 3.7));
    }

    [Fact]
    public void FullProject_IsReadToTheLastKey()
    {
        var project = Read("""
            name: full
            data:
              files: {train: a.csv, test: b.csv}
              time: [Date, Time]
              features: [x, z]
              targets: [y, x]
              missing: [-200, "?"]
              missingPolicy: interpolate
              interpolatedRows: 5
              separator: ";"
              decimal: ","
              window: 24
              horizon: 2
              steps: 3
              split: {train: 0.75, validation: 0.25, test: 0}
            model: {dimension: 32, heads: 4, layers: 2, feedForwardRatio: 2, normalization: none}
            training:
              {epochs: 1, quantizedEpochs: 2, batch: 3, learningRate: 1e-2, quantizedLearningRate: 2e-2, patience: 4,
               seed: 5, schedule: constant}
            quantization:
              {bits: 6, exponentialBits: 10, multiplierBits: 18, tensors: {layer1.scores: 4, output: 8}, method: ptq,
               ranges: percentile, percentile: 99, learning: pact, weights: perTensor, gradual: [8, 7, 6],
               distillation: 0.5, dampening: 0.25, averaging: 0.75, biasCorrection: true}
            engine: {device: XC7S25, rows: 12, columns: 4, lanes: 2, clock: 62.5, loadPort: true, goal: area}
            verification: {windows: 8, netlistWindows: 0, seed: 9}
            synthesis: {enabled: false}
            """).Value.ShouldNotBeNull();

        var data = project.Data.ShouldBeOfType<DataOptions>();
        project.Name.ShouldBe("full");
        (data.File, data.TestFile).ShouldBe(("a.csv", "b.csv"));
        data.Time.ShouldBe(["Date", "Time"]);
        data.Missing.ShouldBe(["-200", "?"]);
        (data.MissingPolicy, data.InterpolatedRows).ShouldBe((MissingPolicy.Interpolate, 5));
        (data.Separator, data.Decimal).ShouldBe((';', ','));
        data.Split.ShouldBe(new SplitFractions(0.75, 0.25, 0));
        (data.Window, data.Outputs).ShouldBe((new WindowSpec(24, 2, 3), 6));
        project.Model.ShouldBe(new ModelSection(32, 4, 2, 2, Normalization.None));
        project.Training.ShouldBe(new TrainingSection(1, 2, 3, 0.01, 0.02, 4, 5, ScheduleKind.Constant));
        project.Precision["layer1.scores"].ShouldBe(4);
        project.Precision["output"].ShouldBe(8);
        project.Precision["positions"].ShouldBe(6);
        (project.Quantization.ExponentialBits, project.Quantization.MultiplierBits).ShouldBe((10, 18));
        var quantization = project.Quantization;
        (quantization.Method, quantization.Ranges, quantization.Percentile)
            .ShouldBe((QuantizationMethod.PostTraining, RangeMethod.Percentile, 99));
        (quantization.Learning, quantization.Weights).ShouldBe((RangeTraining.Clipping, WeightGranularity.PerTensor));
        quantization.Gradual.ShouldBe([8, 7, 6]);
        (quantization.Distillation, quantization.Dampening, quantization.Averaging).ShouldBe((0.5, 0.25, 0.75));
        quantization.BiasCorrection.ShouldBeTrue();
        (project.Engine.Device.Name, project.Engine.Clock).ShouldBe(("xc7s25", 62.5));
        (project.Engine.Rows, project.Engine.Columns, project.Engine.Lanes).ShouldBe((12, 4, 2));
        project.Engine.LoadPort.ShouldBeTrue();
        project.Engine.Goal.ShouldBe(EngineGoal.Area);
        project.Verification.ShouldBe(new VerificationSection(8, 512, 0, 9));
        project.Synthesis.Enabled.ShouldBeFalse();
    }

    [Fact]
    public void TrainingDefaults_AreTheTrainers()
    {
        var training = Read(Least).Value.ShouldNotBeNull().Training;

        var (floats, quantized) = (new TrainingOptions(), TrainingOptions.ForQuantized);
        (training.Epochs, training.Batch, training.LearningRate, training.Patience)
            .ShouldBe((floats.Epochs, floats.Batch, floats.LearningRate, floats.Patience));
        (training.QuantizedEpochs, training.QuantizedLearningRate).ShouldBe((quantized.Epochs, quantized.LearningRate));
        TrainingSection.For(LearningTask.Classification).QuantizedLearningRate
            .ShouldBe(TrainingOptions.QuantizedRate(Loss.CrossEntropy));
    }

    [Fact]
    public void QuantizationDefaults_AreTheRecipes()
    {
        var section = Read(Least).Value.ShouldNotBeNull().Quantization;

        var recipe = new QuantizationRecipe();
        section.Method.ShouldBe(QuantizationMethod.QuantizationAwareTraining);
        (section.Ranges, section.Learning, section.Weights).ShouldBe((recipe.Ranges, recipe.Learning, recipe.Weights));
        (section.Distillation, section.Dampening, section.Averaging)
            .ShouldBe((recipe.Distillation, recipe.Dampening, recipe.Averaging));
        (section.Percentile, section.BiasCorrection).ShouldBe((recipe.Percentile, recipe.CorrectsBias));
        section.Gradual.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fixed", RangeTraining.Fixed)]
    [InlineData("lsq", RangeTraining.StepSize)]
    [InlineData("pact", RangeTraining.Clipping)]
    [InlineData("logFactor", RangeTraining.LogFactor)]
    public void LearningOfRanges_IsReadByName(string name, RangeTraining expected)
    {
        Read(Least, $"quantization.learning={name}").Value.ShouldNotBeNull().Quantization.Learning.ShouldBe(expected);
    }

    [Theory]
    [InlineData("movingAverage", RangeMethod.MovingAverage)]
    [InlineData("percentile", RangeMethod.Percentile)]
    [InlineData("mse", RangeMethod.MeanSquaredError)]
    public void Ranges_AreReadByName(string name, RangeMethod expected)
    {
        Read(Least, $"quantization.ranges={name}").Value.ShouldNotBeNull().Quantization.Ranges.ShouldBe(expected);
    }

    [Fact]
    public void Overrides_ReplaceAndAddValues()
    {
        var project = Read(Least, "model.dimension=32", "data.features=[x, y]",
            "quantization.tensors.layer0.query.weight=4", "engine.device=ice40up5k").Value.ShouldNotBeNull();

        project.Model.Dimension.ShouldBe(32);
        project.Data.ShouldBeOfType<DataOptions>().Features.ShouldBe(["x", "y"]);
        project.Precision["layer0.query.weight"].ShouldBe(4);
        project.Engine.Device.Name.ShouldBe("ice40up5k");
    }

    [Fact]
    public void ClassificationProject_IsReadToTheLastKey()
    {
        var project = Read("""
            task: classification
            data:
              train: train.npy
              trainLabels: classes.npy
              test: test.npy
              testLabels: others.npy
              features: [x]
              average: 5
              windowSamples: 40
              stride: 20
              patch: 2
              standardize: false
              seed: 7
              split: {train: 0.9, validation: 0.1, test: 0}
              exclude: [bad.csv]
            """).Value.ShouldNotBeNull();

        var data = project.Data.ShouldBeOfType<ClassificationOptions>();
        (data.Train, data.TrainLabels, data.Test, data.TestLabels)
            .ShouldBe(("train.npy", "classes.npy", "test.npy", "others.npy"));
        (data.Average, data.Window, data.Stride, data.Patch).ShouldBe((5, 40, 20, 2));
        (data.Standardize, data.Seed, data.Split).ShouldBe((false, 7ul, new SplitFractions(0.9, 0.1, 0)));
        (data.Reading.Features.Single(), data.Reading.Exclude.Single()).ShouldBe(("x", "bad.csv"));
        project.Data.Source.ShouldBe("train.npy, test.npy");
    }

    [Fact]
    public void AnomalyProject_IsReadToTheLastKey()
    {
        var project = Read("""
            task: anomalyDetection
            data:
              train: [normal, more.csv]
              validation: check
              test: faulty
              anomalyColumn: anomaly
              anomalyWindows: labels.json
              breakAtGaps: false
              smoothing: 3
              quantile: 0.9
              window: 10
              horizon: 2
              steps: 4
            """).Value.ShouldNotBeNull();

        var data = project.Data.ShouldBeOfType<AnomalyOptions>();
        data.Train.ShouldBe(["normal", "more.csv"]);
        (data.Validation.Single(), data.Test.Single()).ShouldBe(("check", "faulty"));
        (data.Reading.AnomalyColumn, data.Reading.AnomalyWindows, data.Reading.BreakAtGaps)
            .ShouldBe(("anomaly", "labels.json", false));
        (data.Decision, data.Window).ShouldBe((new AnomalyDecision(3, 0.9), new WindowSpec(10, 2, 4)));
    }

    [Fact]
    public void Folder_StandsForItsProjectFile()
    {
        using var folder = new TemporaryFolder().With("project.yaml", Least);

        ProjectReader.Read(folder.Path).Value.ShouldNotBeNull().Directory.ShouldBe(folder.Path);
    }

    [Fact]
    public void EveryKey_IsOnThePage()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "project-file.md"));

        ProjectReader.Keys.Count.ShouldBeGreaterThan(40);
        ProjectReader.Keys.Where(key => !page.Contains($"| `{key}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void ThePage_HasNoKeyThatIsUnknown()
    {
        var page = File.ReadAllLines(Repository.PathOf("docs", "project-file.md"));

        var rows = page.Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        rows.Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal).ShouldBe(ProjectReader.Keys);
    }

    [Fact]
    public void ExampleOfThePage_IsAProject()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "project-file.md"));

        var result = Read(page.Split("```yaml\n")[1].Split("```")[0]);

        result.Ok.ShouldBeTrue(string.Join('\n', result.Diagnostics));
    }

    internal static Checked<Project> Read(string text, params string[] overrides)
    {
        using var folder = new TemporaryFolder().With("project.yaml", text);
        return ProjectReader.Read(Path.Combine(folder.Path, "project.yaml"), overrides);
    }
}
