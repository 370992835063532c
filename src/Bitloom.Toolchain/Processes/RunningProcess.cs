using System.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>Processes of this machine.</summary>
public static class RunningProcess
{
    /// <summary>Whether a process of that number is running now.</summary>
    public static bool Exists(int number)
    {
        try
        {
            using var found = Process.GetProcessById(number);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
