using static Bitloom.Tests.BadInput.BadInputCase;
using static Bitloom.Tests.BadInput.ExampleProject;

namespace Bitloom.Tests.BadInput;

/// <summary>Searches whose section, settings or store cannot be.</summary>
internal static class ExploreKinds
{
    private const string Epochs = "explore: {halving: 3, space: {training.epochs: [5, 10]}}";

    public static BadInputHeading Heading { get; } = new(
        "explore", "Searches",
        "The section `explore` asks for what cannot be, or a search has settings, options or a store that cannot be used.",
    [
        new("Widths are not those of a tensor", "check FOLDER --set explore.weights=[1,6] --set explore.activations=[4,many]"),
        new("An objective is misspelt", "fit FOLDER --set explore.objectives=[error,latenzy]"),
        new("A constraint is misspelt", "fit FOLDER --set explore.constraints.lut=2000"),
        Space("A key that varies is misspelt", "{model.dimensions: [4, 8]}"),
        Space("What varies is no part of the model", "{verification.windows: [4, 8]}"),
        Space("A key that varies has no values", "{model.dimension: []}"),
        Space("A range does not rise, or has no ratios", "{training.learningRate: 0.01..0.001, data.window: 0..8 log}"),
        Space("A value that is tried is out of range", "{model.dimension: [4, 2000], quantization.bits: [4, 9]}"),
        Space("A range ends at what cannot be", "{training.learningRate: 0.1..3}"),
        new("Epochs vary, and halving gives them as well", "explore FOLDER --no-verify")
        {
            Given = $"`project.yaml` ends with `{Epochs}`.",
            Make = File("project.yaml", Yaml + Epochs + "\n"),
        },
        new("The file of settings is not there", "build FOLDER --settings FOLDER/settings.yaml"),
        new("The file of settings is another one", "fit FOLDER --settings FOLDER/project.yaml"),
        new("No trial may run", "explore FOLDER --jobs 0"),
        new("The place of the study is no store", "explore FOLDER --no-verify --store FOLDER/pump.csv"),
        new("The address of the study's store is none", "explore FOLDER --no-verify --store mysql://server/studies"),
        new("There is no such port", "studio FOLDER --port 70000"),
        new("A cluster, and trials here", "explore FOLDER --cluster postgresql://server/studies --jobs 2"),
        new("The worker's address is none", "worker --database postgresql://server/studies --address here"),
        new("The cluster's database is none", "worker --database mysql://server/studies"),
    ]);

    private static BadInputCase Space(string title, string space) => new(title, "explore FOLDER")
    {
        Given = $"`project.yaml` ends with `explore: {{space: {space}}}`.",
        Make = File("project.yaml", $"{Yaml}explore: {{space: {space}}}\n"),
    };
}
