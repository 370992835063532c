using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>data</c> of an anomaly detection project.</summary>
internal sealed class AnomalySection(YamlSection section, string folder)
{
    private const int LongestWindow = 4096;

    public AnomalyOptions Read()
    {
        var (validation, test) = (section.Texts("validation"), section.Texts("test"));
        var options = new AnomalyOptions
        {
            Reading = RecordingKeys.Read(section, folder, anomalies: true),
            Train = section.RequiredTexts("train", "the files or folders to learn what is normal from"),
            Validation = validation,
            Test = test,
            Split = SplitSection.Read(section.Section("split"), !test.IsEmpty),
            Window = new WindowSpec(
                section.Integer("window", 12, 1, LongestWindow),
                section.Integer("horizon", 1, 1, LongestWindow),
                section.Integer("steps", 1, 1, LongestWindow)),
            Method = section.Choice(
                "method", AnomalyMethod.Forecast,
                [("forecast", AnomalyMethod.Forecast), ("reconstruction", AnomalyMethod.Reconstruction)]),
            Scaling = section.Choice(
                "scaling", AnomalyScaling.TrainingPart,
                [("training", AnomalyScaling.TrainingPart), ("recording", AnomalyScaling.EachRecording)]),
            Decision = new AnomalyDecision(
                section.OptionalInteger("smoothing", 1, LongestWindow), section.Number("quantile", 0.99, 0.5, 1),
                section.Choice(
                    "threshold", ThresholdRule.Automatic,
                    [
                        ("auto", ThresholdRule.Automatic), ("quantile", ThresholdRule.Quantile),
                        ("labels", ThresholdRule.Labels),
                    ])),
        };
        section.Close();
        return options;
    }
}
