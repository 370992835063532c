using static Bitloom.Tests.BadInput.BadInputCase;
using static Bitloom.Tests.BadInput.ExampleProject;

namespace Bitloom.Tests.BadInput;

/// <summary>Project files, and keys on the command line, that say what cannot be.</summary>
internal static class YamlKinds
{
    public static BadInputHeading Heading { get; } = new(
        "yaml", "Project file and command line",
        "The project file is not YAML, has keys that are not known or values that cannot be, or the command line has.",
    [
        new("A line is indented by a tab", "check FOLDER")
        {
            Given = "Line 3 of `project.yaml` begins with a tab.",
            Make = File("project.yaml", Yaml.Replace("  file:", "\tfile:", StringComparison.Ordinal)),
        },
        new("A bracket is not closed", "check FOLDER")
        {
            Given = "Line 5 of `project.yaml` is `  features: [level, flow`.",
            Make = File("project.yaml", Yaml.Replace("flow]", "flow", StringComparison.Ordinal)),
        },
        new("The file is a list", "check FOLDER") { Make = File("project.yaml", "- name: pump\n- data: pump.csv\n") },
        new("Keys are there twice", "check FOLDER")
        {
            Given = "`project.yaml` ends with `model: {heads: 1, heads: 2}`, and has a section `model` before.",
            Make = File("project.yaml", Yaml + "model: {heads: 1, heads: 2}\n"),
        },
        new("Keys are not known", "check FOLDER")
        {
            Given = "`project.yaml` ends with `modle: {dimension: 8}` and `engine: {clok: 50}`.",
            Make = File("project.yaml", Yaml + "modle: {dimension: 8}\nengine: {clok: 50}\n"),
        },
        new("Required keys are missing", "check FOLDER")
        {
            Given = "`project.yaml` is `data: {file: pump.csv}`.",
            Make = File("project.yaml", "data: {file: pump.csv}\n"),
        },
        new("Values are of another type", "check FOLDER")
        {
            Given = "`project.yaml` ends with `engine: 4x4`, "
                + "`quantization: {bits: eight}` and `board: {seed: [1, 2]}`.",
            Make = File("project.yaml", Yaml + "engine: 4x4\nquantization: {bits: eight}\nboard: {seed: [1, 2]}\n"),
        },
        new(
            "Values are out of range",
            "check FOLDER --set quantization.bits=9 --set training.learningRate=-1 --set data.window=0"),
        new("A name is not one of those", "check FOLDER --set training.schedule=cosin --set task=forcasting"),
        new("A key on the command line is not known", "check FOLDER --set training.epoch=5"),
        new("A setting has no value", "build FOLDER --set epochs --set =5"),
        new("The project's name cannot name files", "check FOLDER --set \"name=my pump\""),
        new("Both one file and two are named", "check FOLDER --set data.files.train=a.csv --set data.files.test=b.csv"),
        new("A command is misspelt", "biuld FOLDER"),
        new("An option is misspelt", "build FOLDER --ouput results"),
        new("The project is left out", "build"),
        new("An option has no value", "new FOLDER/drain --data"),
        new("Options contradict each other", "simulate FOLDER --all --windows 5 --quiet --verbose"),
        new("A number on the command line is none", "simulate FOLDER --windows many"),
        new("Everything at once", "check FOLDER --set quantization.bits=9")
        {
            Given = "`project.yaml` ends with `engine: {device: xc7s16, rows: 6, columns: 4}` and `trainning: {}`.",
            Make = File("project.yaml", Yaml + "engine: {device: xc7s16, rows: 6, columns: 4}\ntrainning: {}\n"),
        },
    ]);
}
