namespace Bitloom.Training;

/// <summary>
/// Vaswani et al. 2017, section 3.5: feature 2i of token t is sin(t / 10000^(2i/d)), feature 2i + 1 the cosine.
/// </summary>
internal static class SinusoidalPositions
{
    public static float[] Of(int window, int dimension)
    {
        var positions = new float[window * dimension];
        for (var t = 0; t < window; t++)
            for (var j = 0; j < dimension; j++)
            {
                var angle = t / Math.Pow(10000, (j - j % 2) / (double)dimension);
                positions[t * dimension + j] = (float)(j % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }

        return positions;
    }
}
