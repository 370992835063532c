using static Bitloom.Tests.BadInput.BadInputCase;

namespace Bitloom.Tests.BadInput;

/// <summary>Files that are not there, or are not what they should be.</summary>
internal static class FileKinds
{
    public static BadInputHeading Heading { get; } = new(
        "files", "Files", "A file or folder is not there, cannot be read, or is something else.",
    [
        new("The project file is not there", "check FOLDER/porject.yaml"),
        new("The folder holds no project", "check FOLDER/empty")
        {
            Make = folder => Directory.CreateDirectory(folder["empty"]),
        },
        new("The project file is empty", "check FOLDER") { Make = File("project.yaml", "") },
        new("A data file is given as the project", "check FOLDER/pump.csv"),
        new("The data file is not there", "check FOLDER --set data.file=pumps.csv"),
        new("The folder of the data file is not there", "check FOLDER --set data.file=data/pump.csv"),
        new("The data file is a folder", "check FOLDER --set data.file=recordings")
        {
            Make = folder => Directory.CreateDirectory(folder["recordings"]),
        },
        new("The data file is empty", "check FOLDER") { Make = File("pump.csv", "") },
        new("The data file is a workbook of a spreadsheet", "check FOLDER --set data.file=pump.xlsx")
        {
            Make = folder => folder.With("pump.xlsx", Zip),
        },
        new("A workbook is given to `new`", "new FOLDER/drain --data FOLDER/pump.xlsx")
        {
            Make = folder => folder.With("pump.xlsx", Zip),
        },
        new("The file given to `new` is not there", "new FOLDER/drain --data FOLDER/pomp.csv"),
        new("`new` would overwrite a project", "new FOLDER/old --data FOLDER/pump.csv")
        {
            Make = folder => System.IO.File.WriteAllText(
                System.IO.Path.Combine(Directory.CreateDirectory(folder["old"]).FullName, "project.yaml"),
                "name: old\n"),
        },
        new("Compressed data are damaged", "check FOLDER")
        {
            Given = "`digits.idx.gz` begins as a gzip file does, and goes on with something else.",
            Make = folder => folder.With("digits.idx.gz", (byte[])[0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])
                .With(
                    "project.yaml",
                    "task: classification\ndata: {train: digits.idx.gz, trainLabels: labels.idx.gz}\n"),
        },
        new("An array is cut off", "check FOLDER")
        {
            Given = "`gait.npy` promises 1000 examples of 8 numbers and holds one.",
            Make = folder => folder.With("gait.npy", NpyOf(1000)).With("labels.npy", NpyOf(1))
                .With("project.yaml", "task: classification\ndata: {train: gait.npy, trainLabels: labels.npy}\n"),
        },
        new("A file stands where the results are to go", "build FOLDER --output FOLDER/pump.csv"),
    ]);

    // As much of a workbook as matters: it is a ZIP archive.
    private static byte[] Zip => [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xff, 0xfe, 0, 1, 2, 3, 10, 0x80];

    private static byte[] NpyOf(int examples)
    {
        var header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({examples}, 8), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header.Select(c => (byte)c), .. new byte[64]];
    }
}
