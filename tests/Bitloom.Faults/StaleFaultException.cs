namespace Bitloom.Faults;

/// <summary>The source has changed since a fault was written.</summary>
public sealed class StaleFaultException(Fault fault, int places) : InvalidOperationException(
    FormattableString.Invariant(
        $"stale fault '{fault.Name}': its original text occurs {places} times in {fault.File}, ")
    + "which has changed; renew the fault, or remove it with what it was about");
