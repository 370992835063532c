using System.Text;

namespace Bitloom.Tests.Data.Arrays;

/// <summary>Files of arrays, written byte by byte.</summary>
internal static class ArrayFiles
{
    public static byte[] Npy(string descr, string shape, byte[] payload, bool fortran = false, int version = 1)
    {
        var header = $"{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n";
        return NpyOfHeader(header, payload, version);
    }

    public static byte[] NpyOfHeader(string header, byte[] payload, int version = 1)
    {
        var text = Encoding.UTF8.GetBytes(header);
        byte[] length = version == 1
            ? [(byte)text.Length, (byte)(text.Length >> 8)]
            : [(byte)text.Length, (byte)(text.Length >> 8), 0, 0];
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. text, .. payload];
    }

    public static byte[] Idx(byte type, byte[] shape, byte[] payload) =>
        [0, 0, type, (byte)shape.Length, .. shape.SelectMany(length => new byte[] { 0, 0, 0, length }), .. payload];
}
