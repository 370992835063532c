using Bitloom.Engine;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration.Tests.Precision;

/// <summary>The widths of a whole project, against all that there are and against what is compiled in the end.</summary>
public sealed class ProjectEnginesTests : IDisposable
{
    private static readonly EngineShape[] Shapes = [new(1, 1, 1), new(2, 1, 1), new(2, 2, 1)];

    private readonly TinyProject _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Solve_LosesTheLeast_OfAllWidthsOfAProject()
    {
        var (problem, space) = Make();

        var solutions = PrecisionOptimizer.Solve(problem, space, Cancellation);

        solutions.Select(solution => solution.Engine.Shape).ShouldBe(Shapes);
        solutions.Select(solution => (double?)solution.Loss).ShouldBe(
            Shapes.Select(shape => BruteForce.LeastLoss(problem, space, shape)));
        solutions.ShouldAllBe(solution => solution.Loss > 0);
    }

    [Fact]
    public void Solutions_TakeWhatTheyPromise_WhenTheyAreCompiled()
    {
        var (problem, space) = Make();

        var solutions = PrecisionOptimizer.Solve(problem, space, Cancellation);

        foreach (var solution in solutions)
        {
            var (project, data) = _tiny.Read();
            project = PointSettings.Apply(project, solution.Bits, solution.Engine.Shape);
            var program = UntrainedModel.Compile(project, data, Cancellation).ShouldNotBeNull().Value.ShouldNotBeNull();
            var estimate = EstimateStage.Of(program, project.Engine);
            var promised = solution.Costs.Measures;
            promised[Measure.Luts].ShouldBe(estimate.Resources.Luts, 0.05 * estimate.Resources.Luts);
            promised[Measure.FlipFlops].ShouldBe(estimate.Resources.FlipFlops, 0.05 * estimate.Resources.FlipFlops);
            promised[Measure.Blocks].ShouldBe(estimate.Resources.Blocks, 2);
            promised[Measure.Multipliers].ShouldBe(estimate.Resources.Multipliers, 1);
            solution.Engine.Cycles.ShouldBe(estimate.Cycles);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (PrecisionProblem Problem, EngineSpace Space) Make()
    {
        var (project, data) = _tiny.Read();
        var model = new EncoderModel(project.ShapeFor(data), 1);
        var sensitivities = TensorSensitivity.ByLoss(
            model, TrainingSetup.SetOf(data.TrainingWindows),
            new([2, 4, 8], Loss.MeanSquaredError, new QuantizationRecipe(), project.Quantization.ExponentialBits),
            Cancellation);
        var space = new ProjectEngines(project, data, model).Space(Cancellation);
        return (new Sensitivities(sensitivities).ProblemOf(project, loss: 0.1), space with { Shapes = [.. Shapes] });
    }
}
