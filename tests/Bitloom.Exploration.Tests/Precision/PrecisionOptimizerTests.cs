using System.Collections.Immutable;
using Bitloom.Engine;
using CsCheck;

namespace Bitloom.Exploration.Tests.Precision;

public sealed class PrecisionOptimizerTests
{
    private const string Seed = "0000KOIPe5h1";

    [Fact]
    public void Solve_LosesTheLeast_OfAllWidths()
    {
        PrecisionCases.Any.Sample(
            drawn =>
            {
                var space = drawn.Space();

                var solutions = PrecisionOptimizer.Solve(drawn.Problem, space, Cancellation);

                foreach (var shape in space.Shapes)
                {
                    var loss = solutions.SingleOrDefault(solution => solution.Engine.Shape == shape)?.Loss;
                    loss.ShouldBe(BruteForce.LeastLoss(drawn.Problem, space, shape));
                }
            },
            seed: Seed, iter: 300);
    }

    // The same 300 each time, as only the first of a sample has the seed.
    [Fact]
    public void Cases_AreOfEveryKind()
    {
        var losses = PrecisionCases.Any.Array[300].Single(_ => true, Seed).SelectMany(drawn =>
        {
            var space = drawn.Space();
            var solutions = PrecisionOptimizer.Solve(drawn.Problem, space, Cancellation);
            return space.Shapes.Select(shape => (
                Least: drawn.LeastLoss, solutions.SingleOrDefault(solution => solution.Engine.Shape == shape)?.Loss));
        }).ToArray();

        losses.Count(each => each.Loss is null).ShouldBeGreaterThan(40);
        losses.Count(each => each.Loss > each.Least).ShouldBeGreaterThan(40);
        losses.Count(each => each.Loss <= each.Least).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Solutions_Fit_AndLoseWhatTheyTell()
    {
        PrecisionCases.Any.Sample(
            drawn =>
            {
                var (space, problem) = (drawn.Space(), drawn.Problem);

                var solutions = PrecisionOptimizer.Solve(problem, space, Cancellation)
                    .AddRange(PrecisionOptimizer.SolveAll(problem, space, mostLoss: 4, Cancellation))
                    .AddRange(PrecisionOptimizer.SolveExtremes(problem, space, mostLoss: 4, Cancellation));

                foreach (var solution in solutions)
                {
                    var (matrices, activations) = (Bits(solution, problem.Matrices), Bits(solution, problem.Activations));
                    solution.Loss.ShouldBe(
                        BruteForce.LossOf(problem.Matrices, matrices) + BruteForce.LossOf(problem.Activations, activations));
                    var engine = space.Of(solution.Engine.Shape, activations.Max(), matrices.Max());
                    BruteForce.Costs(engine, matrices).ShouldNotBeNull().Excess.ShouldBe(0);
                }
            },
            seed: Seed, iter: 150);
    }

    [Fact]
    public void Solve_ChoosesTheNarrowerWidths_OfEqualLosses()
    {
        var same = Same();

        var solution = Solve(same).ShouldHaveSingleItem();

        solution.Bits.Values.ShouldBe([4, 4]);
    }

    [Fact]
    public void Solve_Stops_WhenItIsCancelled()
    {
        var same = Same();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() =>
            PrecisionOptimizer.Solve(same.Problem, same.Space(), cancelled.Token));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ImmutableArray<PrecisionSolution> Solve(PrecisionCase drawn) =>
        PrecisionOptimizer.Solve(drawn.Problem, drawn.Space(), Cancellation);

    // One matrix and one activation, that lose the same at either width.
    private static PrecisionCase Same()
    {
        var losses = ImmutableSortedDictionary<int, double>.Empty.Add(4, 1).Add(8, 1);
        return new(
            new([new("matrix", losses)], [new("activation", losses)]), [[10]], new(MemoryFamily.SevenSeries, 20, 300),
            Tightness: 1, LutsPerBit: 1, MostBits: 16);
    }

    private static IEnumerable<int> Bits(PrecisionSolution solution, ImmutableArray<TensorLosses> tensors) =>
        tensors.Select(tensor => solution.Bits[tensor.Name]);
}
