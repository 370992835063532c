using System.Collections.Immutable;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Tests.Resume;

public sealed class DependencyTests
{
    [Fact]
    public void Settings_AreNamedAsInTheProjectFile()
    {
        StageDependency[] settings =
        [
            .. Dependencies.Settings("training", new TrainingSection()),
            .. Dependencies.Settings("model", new ModelSection()),
            .. Dependencies.Settings("verification", new VerificationSection()),
        ];

        settings.Select(setting => setting.Name).ShouldBe(
            ProjectReader.Keys.Where(key => key.Split('.') is ["training" or "model" or "verification", _]),
            ignoreOrder: true);
        settings.ShouldContain(new StageDependency("training.learningRate", "0.002"));
        settings.ShouldContain(new StageDependency("training.schedule", "\"Cosine\""));
    }

    [Fact]
    public void Settings_NameEachTensorWithAWidthOfItsOwn()
    {
        var section = new QuantizationSection(
            8, 8, 16, ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("layer0.scores", 6)]));

        var settings = Dependencies.Settings("quantization", section);

        settings.ShouldContain(new StageDependency("quantization.tensors.layer0.scores", "6"));
        settings.Length.ShouldBe(14);
    }

    [Fact]
    public void Identity_DiffersBetweenAssemblies()
    {
        var pipeline = ProgramIdentity.Of(typeof(BuildPipeline).Assembly);

        pipeline.ShouldMatch("^[0-9a-f]{64}$");
        ProgramIdentity.Of(typeof(Project).Assembly).ShouldNotBe(pipeline);
        Dependencies.Bitloom.Value.ShouldBe(pipeline);
    }

    [Fact]
    public void Hash_TellsWhereAnArrayEnds()
    {
        ContentHash.Of([1f, 2f], [3f]).ShouldNotBe(ContentHash.Of([1f], [2f, 3f]));
        ContentHash.Of([0f]).ShouldNotBe(ContentHash.Of([-0f]));
    }
}
