using Bitloom.Projects;
using Bitloom.Tests.Estimation;

namespace Bitloom.Tests.Projects;

/// <summary>The exact text of every finding about project files.</summary>
public sealed class ProjectDiagnosticTests
{
    [Theory]
    [InlineData("name: a\n\tdata: b\n", "2",
        "line 2, column 1: While scanning a plain scalar, found a tab character that violate indentation")]
    [InlineData("name: a\ndata: [x, y\nmodel: {}\n", "3",
        "line 3, column 1: a bracket or quote before this line is not closed")]
    [InlineData("name: a\ndata: {x: y\n", "3",
        "line 3, column 1: While parsing a flow mapping, did not find expected ',' or '}'")]
    [InlineData("name: &n a\nmodel: *n\n", "2",
        "line 2, column 8: an alias (*name) is not supported; write the value out")]
    [InlineData("name: a\ndata: !![int x\n", "2",
        "line 2, column 13: a tag (!name) before this line cannot be read; leave tags out")]
    [InlineData("name: a\n---\nname: b\n", "2", "line 2, column 1: a second document (---) is not supported")]
    [InlineData("name: a\n  data: b\n", "2",
        "line 2, column 7: While scanning a plain scalar value, found invalid mapping")]
    public void SyntaxError_HasLineAndColumn(string text, string line, string found)
    {
        Messages(text).ShouldBe($"""
            error YAML001 at project.yaml:{line}: the YAML cannot be read at {found}
              expected: YAML: keys with a colon and a space, sections indented by spaces
              remedy:   correct the line
            """);
    }

    [Fact]
    public void FileThatIsAList_IsReported()
    {
        Messages("- a\n- b\n").ShouldBe("""
            error YAML001 at project.yaml:1: the file is not a list of keys and values
              expected: lines of the form 'key: value'
              remedy:   begin the file with a key, such as 'name: demo'
            """);
    }

    [Fact]
    public void EmptyFile_LacksWhatIsRequired()
    {
        Messages("").ShouldBe("""
            error PROJECT007 at project.yaml: data names no complete set of files
              expected: either data.file, or data.files with both train and test
              remedy:   name the CSV file in data.file
            error YAML004 at project.yaml: the key 'data.features' is missing
              expected: the columns that the model reads
              remedy:   add 'features:' with its value
            error YAML004 at project.yaml: the key 'data.targets' is missing
              expected: the columns that the model predicts
              remedy:   add 'targets:' with its value
            """);
    }

    [Fact]
    public void DuplicateKeys_AreAllReported()
    {
        Messages("name: a\nname: b\n" + ProjectReaderTests.Least + "model:\n  heads: 1\n  heads: 2\n").ShouldBe("""
            error YAML002 at project.yaml:2: the key 'name' is already at project.yaml:1
              expected: each key once
              remedy:   remove one of the two
            error YAML002 at project.yaml:9: the key 'heads' is already at project.yaml:8
              expected: each key once
              remedy:   remove one of the two
            """);
    }

    [Fact]
    public void UnknownKeys_NameTheNearest()
    {
        Messages(ProjectReaderTests.Least + "modle: {}\nmodel:\n  head: 2\n").ShouldBe("""
            error YAML003 at project.yaml:7: there is no key 'model.head'
              expected: one of the keys activation, causal, dimension, feedForwardRatio, heads, layers, normalization
              remedy:   did you mean 'heads'?
            error YAML003 at project.yaml:5: there is no key 'modle'
              expected: one of the keys board, data, engine, explore, model, name, power, quantization, synthesis, task, training, verification
              remedy:   did you mean 'model'?
            """);
    }

    [Fact]
    public void WrongTypesAndRanges_AreReportedTogether()
    {
        Messages(ProjectReaderTests.Least + """
            model: {dimension: big, heads: [1], layers: 0}
            training: {learningRate: 2, schedule: cosin}
            quantization: {bits: 1, exponentialBits: 13, multiplierBits: 8.5}
            engine: 4x4
            synthesis: {enabled: yes}
            """).ShouldBe("""
            error YAML005 at project.yaml:5: model.dimension is 'big'
              expected: a whole number from 1 to 1024
              remedy:   write a whole number from 1 to 1024
            error YAML005 at project.yaml:5: model.heads is a list
              expected: a whole number from 1 to 64
              remedy:   write a whole number from 1 to 64
            error YAML006 at project.yaml:5: model.layers is 0
              expected: a whole number from 1 to 64
              remedy:   write a whole number from 1 to 64
            error YAML006 at project.yaml:6: training.learningRate is 2
              expected: a number from 1E-09 to 1
              remedy:   write a number from 1E-09 to 1
            error YAML006 at project.yaml:6: training.schedule is 'cosin'
              expected: one of 'constant', 'cosine'
              remedy:   did you mean 'cosine'?
            error YAML006 at project.yaml:7: quantization.bits is 1
              expected: a whole number from 2 to 8
              remedy:   write a whole number from 2 to 8
            error YAML006 at project.yaml:7: quantization.exponentialBits is 13
              expected: a whole number from 4 to 12
              remedy:   write a whole number from 4 to 12
            error YAML005 at project.yaml:7: quantization.multiplierBits is '8.5'
              expected: a whole number from 8 to 18
              remedy:   write a whole number from 8 to 18
            error YAML005 at project.yaml:8: engine is '4x4'
              expected: a section of keys and values
              remedy:   write a section of keys and values
            error YAML006 at project.yaml:9: synthesis.enabled is 'yes'
              expected: one of 'true', 'false'
              remedy:   choose one of them
            """);
    }

    [Fact]
    public void EmptyList_IsReported()
    {
        Messages("data: {file: a.csv, features: [], targets: [y]}").ShouldBe("""
            error YAML005 at project.yaml:1: data.features is an empty list
              expected: the columns that the model reads
              remedy:   name at least one in data.features
            """);
    }

    [Fact]
    public void MissingFile_NamesTheNearest()
    {
        using var folder = new TemporaryFolder().With("weather.yaml", ProjectReaderTests.Least);
        var path = Path.Combine(folder.Path, "wether.yaml");

        var found = ProjectReader.Read(path).Diagnostics.ShouldHaveSingleItem().ToString();

        found.ShouldBe($"""
            error PROJECT001 at {path}: there is no such file
              expected: a project file, or a folder with a project.yaml
              remedy:   did you mean 'weather.yaml'?
            """);
    }

    [Fact]
    public void OverrideWithoutValue_IsReported()
    {
        Messages(ProjectReaderTests.Least, "model.heads", "model.heads=0").ShouldBe("""
            error PROJECT002 at --set model.heads: 'model.heads' does not name a key and a value
              expected: key.path=value, such as model.dimension=32
              remedy:   write the key's path, an equals sign and the value
            error YAML006 at --set model.heads=0: model.heads is 0
              expected: a whole number from 1 to 64
              remedy:   write a whole number from 1 to 64
            """);
    }

    [Fact]
    public void NameThatCannotNameFiles_IsReported()
    {
        Messages("name: my project\n" + ProjectReaderTests.Least).ShouldBe("""
            error PROJECT003 at project.yaml:1: name is 'my project'
              expected: a letter, then letters, digits, hyphens and underscores
              remedy:   choose a name that can name files
            """);
    }

    [Fact]
    public void SizesThatDoNotDivide_AreAllReported()
    {
        Messages(ProjectReaderTests.Least + "model: {heads: 3}\nengine: {rows: 6, columns: 4, lanes: 3}\n").ShouldBe("""
            error PROJECT004 at project.yaml:5: model.heads is 3 and does not divide model.dimension, 16
              expected: a number of heads that divides the dimension
              remedy:   change model.heads or model.dimension
            error PROJECT006 at project.yaml:6: engine.columns is 4 and does not divide engine.rows, 6
              expected: lanes that divide columns, and columns that divide rows
              remedy:   change engine.columns or engine.rows
            error PROJECT006 at project.yaml:6: engine.lanes is 3 and does not divide engine.columns, 4
              expected: lanes that divide columns, and columns that divide rows
              remedy:   change engine.lanes or engine.columns
            """);
    }

    [Fact]
    public void SizesOfTheEngine_AreCheckedAsFarAsTheyAreGiven()
    {
        Messages(ProjectReaderTests.Least + "engine: {rows: 33, columns: 3}\n", "engine.lanes=17").ShouldBe("""
            error YAML006 at project.yaml:5: engine.rows is 33
              expected: a whole number from 1 to 32
              remedy:   write a whole number from 1 to 32
            error YAML006 at --set engine.lanes=17: engine.lanes is 17
              expected: a whole number from 1 to 16
              remedy:   write a whole number from 1 to 16
            """);
        Messages(ProjectReaderTests.Least + "engine: {rows: 8, lanes: 3}\n").ShouldBe("""
            error PROJECT006 at project.yaml:5: engine.lanes is 3 and does not divide engine.rows, 8
              expected: lanes that divide columns, and columns that divide rows
              remedy:   change engine.lanes or engine.rows
            """);
    }

    [Fact]
    public void UnknownTensor_NamesTheNearest()
    {
        var text = ProjectReaderTests.Least + "quantization: {tensors: {layer0.score: 6, layer1.scores: 6}}\n";

        Messages(text).ShouldBe("""
            error PROJECT005 at project.yaml:5: there is no tensor 'layer0.score' in a model of 1 layer
              expected: a tensor of docs/arithmetic.md, such as layer0.scores or layer0.query.weight
              remedy:   did you mean 'layer0.scores'?
            error PROJECT005 at project.yaml:5: there is no tensor 'layer1.scores' in a model of 1 layer
              expected: a tensor of docs/arithmetic.md, such as layer0.scores or layer0.query.weight
              remedy:   did you mean 'layer0.scores'?
            """);
    }

    [Theory]
    [InlineData("[8, 6]", "8, 6")]
    [InlineData("[6, 8, 4]", "6, 8, 4")]
    [InlineData("[9, 4]", "9, 4")]
    [InlineData("[8, 8, 4]", "8, 8, 4")]
    [InlineData("[eight, 4]", "eight, 4")]
    public void WidthsThatDoNotFallToTheBits_AreReported(string widths, string found)
    {
        Messages(ProjectReaderTests.Least + $"quantization: {{bits: 4, gradual: {widths}}}\n").ShouldBe($"""
            error PROJECT012 at project.yaml:5: quantization.gradual is [{found}] and quantization.bits is 4
              expected: widths of at most 8 that fall to quantization.bits
              remedy:   change quantization.gradual or quantization.bits
            """);
    }

    [Fact]
    public void QuantizationByAnUnknownName_NamesTheNearest()
    {
        var text = ProjectReaderTests.Least + "quantization: {method: qatt, learning: logfaktor, distillation: 2}\n";

        Messages(text).ShouldBe("""
            error YAML006 at project.yaml:5: quantization.method is 'qatt'
              expected: one of 'qat', 'ptq'
              remedy:   did you mean 'qat'?
            error YAML006 at project.yaml:5: quantization.learning is 'logfaktor'
              expected: one of 'fixed', 'lsq', 'pact', 'logFactor'
              remedy:   did you mean 'logFactor'?
            error YAML006 at project.yaml:5: quantization.distillation is 2
              expected: a number from 0 to 1
              remedy:   write a number from 0 to 1
            """);
    }

    [Fact]
    public void FileAndFiles_ExcludeEachOther()
    {
        Messages(ProjectReaderTests.Least + "  files: {train: a.csv, test: b.csv}\n").ShouldBe("""
            error PROJECT007 at project.yaml:2: data names both 'file' and 'files'
              expected: either data.file, or data.files with both train and test
              remedy:   keep one of the two
            """);
    }

    [Fact]
    public void SplitThatDoesNotSumToOne_IsReported()
    {
        Messages(ProjectReaderTests.Least + "  split: {train: 0.8, test: 0.1}\n").ShouldBe("""
            error PROJECT008 at project.yaml:5: data.split sums to 1.05: train 0.8, validation 0.15, test 0.1
              expected: fractions that sum to 1
              remedy:   change one of the three
            """);
    }

    [Fact]
    public void PatchThatDoesNotDivideTheWindow_IsReported()
    {
        Messages(ProjectReaderTests.Least + "  window: 12\n  patch: 5\n").ShouldBe("""
            error PROJECT013 at project.yaml:6: 12 rows of a window in tokens of 5
              expected: whole tokens: data.patch divides data.window
              remedy:   change one of the two
            """);
    }

    [Fact]
    public void RepeatedColumn_IsReported()
    {
        Messages("data: {file: a.csv, features: [x, x], targets: [y]}").ShouldBe("""
            error PROJECT009 at project.yaml:1: data.features names 'x' 2 times
              expected: each column once
              remedy:   remove the repetition
            """);
    }

    [Fact]
    public void UnknownDevice_IsReportedAtItsLine()
    {
        Messages(ProjectReaderTests.Least + "engine:\n  device: xc7s2\n").ShouldBe($"""
            error DEVICE001 at project.yaml:6: there is no device 'xc7s2'
              expected: one of {KnownDevices.Text}
              remedy:   did you mean 'xc7s25'? A new device is a file (docs/adding-a-device.md)
            """);
    }

    [Theory]
    [InlineData("external", 11, 12)]
    [InlineData("internal", 5, 6)]
    public void ClockThatNoBoardHas_IsReported(string source, int clock, int least)
    {
        Messages(
            ProjectReaderTests.Least + $"engine: {{device: ice40up5k, clock: {clock}}}\nboard:\n  clock: {source}\n")
            .ShouldBe($"""
                error PROJECT010 at project.yaml:7: engine.clock is {clock} MHz, and no clock of the board is that slow
                  expected: at least {least} MHz
                  remedy:   raise engine.clock, or use board.clock internal, which can be slower
                """);
    }

    [Fact]
    public void BaudThatTheClockCannotMake_IsReported()
    {
        Messages(ProjectReaderTests.Least + "engine: {device: ice40up5k, clock: 12}\nboard:\n  baud: 2000000\n")
            .ShouldBe("""
                error PROJECT011 at project.yaml:7: a bit of 2000000 baud would take 6.00 cycles of 12 MHz
                  expected: at least 8 cycles, and within 2 % of a whole number
                  remedy:   choose a lower board.baud, or another engine.clock
                """);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 minute")]
    [InlineData("0 s")]
    [InlineData("soon")]
    public void PeriodThatIsNoTime_IsReported(string period)
    {
        Messages(ProjectReaderTests.Least + $"power: {{period: {period}}}\n").ShouldBe($"""
            error PROJECT014 at project.yaml:5: power.period is '{period}'
              expected: a number over 0 with one of the units us, ms, s, min, h, d
              remedy:   write it as in 'period: 1 s'
            """);
    }

    [Fact]
    public void CapacityThatIsNoCharge_IsReported()
    {
        Messages(ProjectReaderTests.Least + "power:\n  battery: {capacity: 3 Wh}\n").ShouldBe("""
            error PROJECT015 at project.yaml:6: power.battery.capacity is '3 Wh'
              expected: a number over 0 with one of the units mAh, Ah
              remedy:   write it as in 'capacity: 1000 mAh'
            """);
    }

    private static string Messages(string text, params string[] overrides) =>
        string.Join('\n', ProjectReaderTests.Read(text, overrides).Diagnostics);
}
