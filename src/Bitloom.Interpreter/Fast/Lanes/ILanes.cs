namespace Bitloom.Interpreter;

/// <summary>
/// A vector of 32-bit lanes, so that each kernel is written once for every width of register. Nothing is checked for
/// overflow: the plan of an operation proves that what is kept fits. Two neighboring lanes are one 64-bit lane, the
/// even one its lower half.
/// </summary>
/// <typeparam name="TVector">The register's type.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Lanes of 32 bits.</summary>
    static abstract int Count { get; }

    static abstract TVector Fill(int value);

    static abstract TVector Load(ref int source, int index);

    /// <summary>Sign-extends elements of 16 bits.</summary>
    static abstract TVector LoadShorts(ref short source, int index);

    static abstract void Store(TVector value, ref int target, int index);

    /// <summary>Stores the lanes, which are within 16 bits, as elements of 16 bits.</summary>
    static abstract void StoreShorts(TVector value, ref short target, int index);

    /// <summary>Lower 16 bits from the one, upper from the other.</summary>
    static abstract TVector Pair(TVector lower, TVector upper);

    /// <summary>sum + a.lower b.lower + a.upper b.upper, the halves of each lane being signed.</summary>
    static abstract TVector AddPairProducts(TVector sum, TVector a, TVector b);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>Arithmetic shift of each lane; 0 to 31.</summary>
    static abstract TVector ShiftRight(TVector value, int count);

    static abstract TVector Clamp(TVector value, TVector minimum, TVector maximum);

    /// <summary>The 64-bit products of the even lanes.</summary>
    static abstract TVector MultiplyEven(TVector left, TVector right);

    static abstract TVector AddLong(TVector left, TVector right);

    static abstract TVector ShiftLeftLong(TVector value, int count);

    /// <summary>Logical shift of each 64-bit lane; 0 to 63.</summary>
    static abstract TVector ShiftRightLong(TVector value, int count);

    /// <summary>Even lanes from the one, odd lanes from the other.</summary>
    static abstract TVector Blend(TVector even, TVector odd);
}
