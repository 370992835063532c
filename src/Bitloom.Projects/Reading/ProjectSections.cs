using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;
using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>Turns the sections of a project file into records; a default stands in for a faulty value.</summary>
internal sealed class ProjectSections(
    YamlSection root, string folder, DeviceCatalog devices, List<Diagnostic> findings)
{
    private const int Most = 1_000_000;
    /// <summary>The device of a file that names none.</summary>
    public const string DefaultDevice = "xc7s15";

    private static readonly (string, Normalization)[] Normalizations =
        [
            ("batch", Normalization.Batch), ("layer", Normalization.Layer), ("rms", Normalization.Rms),
            ("none", Normalization.None),
        ];

    private static readonly (string, Activation)[] Activations =
        [("relu", Activation.Relu), ("gelu", Activation.Gelu)];

    private static readonly (string, ScheduleKind)[] Schedules =
        [("constant", ScheduleKind.Constant), ("cosine", ScheduleKind.Cosine)];

    private static readonly (string, MemoryKind)[] Kinds =
        [.. Enum.GetValues<MemoryKind>().Select(kind => (kind.Text(), kind))];

    private static readonly (string, EngineGoal)[] Goals =
        [.. Enum.GetValues<EngineGoal>().Select(goal => (goal.ToString().ToLowerInvariant(), goal))];

    public static readonly (string Name, LearningTask Task)[] Tasks =
        [
            ("forecasting", LearningTask.Forecasting), ("classification", LearningTask.Classification),
            ("anomalyDetection", LearningTask.AnomalyDetection),
        ];

    public Project Read()
    {
        var model = ReadModel(root.Section("model"));
        var task = root.Choice("task", LearningTask.Forecasting, Tasks);
        var project = new Project(
            ReadName(), folder, ReadData(root.Section("data"), task), model,
            ReadTraining(root.Section("training"), TrainingSection.For(task)),
            new QuantizationSectionReader(root.Section("quantization"), model).Read(),
            ReadEngine(root.Section("engine")), ReadVerification(root.Section("verification")),
            ReadSynthesis(root.Section("synthesis")), new BoardSection());
        project = project with
        {
            Board = BoardSectionReader.Read(root.Section("board"), project.Engine),
            Power = PowerSectionReader.Read(root.Section("power")),
            Explore = ExploreSectionReader.Read(root.Section("explore")),
        };
        root.Close();
        return project;
    }

    private ITaskOptions ReadData(YamlSection section, LearningTask task) => task switch
    {
        LearningTask.Forecasting => new DataSection(section, folder).Read(),
        LearningTask.Classification => new ClassificationSection(section, folder).Read(),
        LearningTask.AnomalyDetection => new AnomalySection(section, folder).Read(),
    };

    private string ReadName()
    {
        var name = root.Text("name") ?? DefaultName();
        if (!IsName(name))
        {
            root.Report("PROJECT003", "name", $"name is '{name}'",
                "a letter, then letters, digits, hyphens and underscores", "choose a name that can name files");
        }

        return name;
    }

    private string DefaultName()
    {
        var name = Path.GetFileName(folder);
        return IsName(name) ? name : "project";
    }

    /// <summary>Whether files can be named so.</summary>
    public static bool IsName(string name) =>
        char.IsAsciiLetter(name.FirstOrDefault()) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static ModelSection ReadModel(YamlSection section)
    {
        var fallback = new ModelSection();
        var model = new ModelSection(
            section.Integer("dimension", fallback.Dimension, 1, 1024),
            section.Integer("heads", fallback.Heads, 1, 64),
            section.Integer("layers", fallback.Layers, 1, 64),
            section.Integer("feedForwardRatio", fallback.FeedForwardRatio, 1, 16),
            section.Choice("normalization", fallback.Normalization, Normalizations),
            section.Choice("activation", fallback.Activation, Activations),
            section.Boolean("causal", fallback.Causal));
        if (model.Dimension % model.Heads != 0)
        {
            section.Report("PROJECT004", "heads", FormattableString.Invariant(
                $"model.heads is {model.Heads} and does not divide model.dimension, {model.Dimension}"),
                "a number of heads that divides the dimension", "change model.heads or model.dimension");
        }

        section.Close();
        return model;
    }

    private static TrainingSection ReadTraining(YamlSection section, TrainingSection fallback)
    {
        var training = new TrainingSection(
            section.Integer("epochs", fallback.Epochs, 0, Most),
            section.Integer("quantizedEpochs", fallback.QuantizedEpochs, 0, Most),
            section.Integer("batch", fallback.Batch, 1, Most),
            section.Number("learningRate", fallback.LearningRate, 1e-9, 1),
            section.Number("quantizedLearningRate", fallback.QuantizedLearningRate, 1e-9, 1),
            section.Integer("patience", fallback.Patience, 1, Most),
            section.Integer("seed", fallback.Seed, 0, int.MaxValue),
            section.Choice("schedule", fallback.Schedule, Schedules),
            section.Integer("runs", fallback.Runs, 1, 100));
        section.Close();
        return training;
    }

    private EngineSection ReadEngine(YamlSection section)
    {
        var device = devices.Find(
            section.NameOrFile("device", DefaultDevice, devices.Devices.Select(known => known.Name)) ?? DefaultDevice,
            section.Locate("device"), folder);
        findings.AddRange(device.Diagnostics);
        var engine = new EngineSection(
            device.Value!,
            section.OptionalInteger("rows", 1, EngineOptions.MaximumT),
            section.OptionalInteger("columns", 1, EngineOptions.MaximumG),
            section.OptionalInteger("lanes", 1, EngineOptions.MaximumG),
            section.Number("clock", DefaultClock(device.Value), 1, 1000),
            ReadMemories(section.Section("memories")),
            section.Boolean("loadPort", false),
            section.Choice("goal", EngineGoal.Latency, Goals));
        ReportDivision(section, "columns", engine.Columns, "rows", engine.Rows);
        if (engine.Columns is null)
            ReportDivision(section, "lanes", engine.Lanes, "rows", engine.Rows);
        else
            ReportDivision(section, "lanes", engine.Lanes, "columns", engine.Columns);
        section.Close();
        return engine;
    }

    // For iCE40 twice the clock of the usual boards, which a router reaches there; for the others a guess.
    private static double DefaultClock(Device? device) => device?.Synthesis switch
    {
        SynthesisFamily.Ice40 => 24,
        SynthesisFamily.Ecp5 => 50,
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup or null => 100,
    };

    private static MemoryKinds ReadMemories(YamlSection section)
    {
        var kinds = new MemoryKinds(
            Kind(EngineMemory.Bank0), Kind(EngineMemory.Bank1), Kind(EngineMemory.Input), Kind(EngineMemory.Constant),
            Kind(EngineMemory.BankB), Kind(EngineMemory.Weight), Kind(EngineMemory.Epilogue),
            Kind(EngineMemory.Exponential), Kind(EngineMemory.Program));
        section.Close();
        return kinds;

        MemoryKind Kind(EngineMemory memory) =>
            section.Choice(memory.ToString().ToLowerInvariant(), MemoryKind.Automatic, Kinds);
    }

    private static void ReportDivision(YamlSection section, string key, int? divisor, string ofKey, int? dividend)
    {
        if (divisor is null || dividend is null || dividend % divisor == 0)
            return;
        section.Report("PROJECT006", key,
            FormattableString.Invariant($"engine.{key} is {divisor} and does not divide engine.{ofKey}, {dividend}"),
            "lanes that divide columns, and columns that divide rows", $"change engine.{key} or engine.{ofKey}");
    }

    private static VerificationSection ReadVerification(YamlSection section)
    {
        var fallback = new VerificationSection();
        var verification = new VerificationSection(
            section.Integer("windows", fallback.Windows, 1, Most),
            section.Integer("translatedWindows", fallback.TranslatedWindows, 1, Most),
            section.Integer("netlistWindows", fallback.NetlistWindows, 0, Most),
            section.Integer("seed", fallback.Seed, 0, int.MaxValue));
        section.Close();
        return verification;
    }

    private static SynthesisSection ReadSynthesis(YamlSection section)
    {
        var synthesis = new SynthesisSection(section.Boolean("enabled", true), section.Boolean("route", true));
        section.Close();
        return synthesis;
    }
}
