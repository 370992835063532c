namespace Bitloom.Tests.BadInput;

/// <summary>Models and precisions that cannot be.</summary>
internal static class ModelKinds
{
    public static BadInputHeading Heading { get; } = new(
        "model", "Model", "The sizes of the model, or its precision, contradict each other or what can be computed.",
    [
        new("Heads do not divide the dimension", "check FOLDER --set model.dimension=16 --set model.heads=3"),
        new("Patches do not divide the window", "check FOLDER --set data.patch=4"),
        new(
            "Sizes are out of range",
            "check FOLDER --set model.dimension=0 --set model.layers=65 --set model.heads=-1"),
        new(
            "An activation or a normalization is not known",
            "check FOLDER --set model.activation=tanh --set model.normalization=bach"),
        new(
            "A tensor is not in the model",
            "check FOLDER --set quantization.tensors.layer0.score=6 --set quantization.tensors.layer3.query.weight=4"),
        new("The width of a tensor is out of range", "check FOLDER --set quantization.tensors.layer0.scores=1"),
        new(
            "Gradual widths do not fall to the last",
            "check FOLDER --set quantization.bits=4 --set quantization.gradual=[6,8]"),
        new("A width is not a whole number", "check FOLDER --set quantization.bits=7.5"),
        new(
            "Epochs are no number, and there are no runs",
            "check FOLDER --set training.epochs=many --set training.runs=0"),
        new(
            "A way to quantize is not known",
            "check FOLDER --set quantization.method=qatt --set quantization.learning=logfaktor" +
            " --set quantization.percentile=20"),
        new(
            "A training cannot be",
            "check FOLDER --set training.batch=0 --set training.patience=none --set training.seed=-7"),
    ]);
}
