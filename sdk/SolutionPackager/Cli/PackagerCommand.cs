using System;
using System.CommandLine;
using System.IO;
using CrmAddon.SolutionPackager.Diagram;

namespace CrmAddon.SolutionPackager.Cli;

/// <summary>The command line: pack, unpack, tidy, diagram.</summary>
public static class PackagerCommand
{
    /// <summary>Runs it.</summary>
    /// <returns>0; 1 for a package or folder that is refused, with the reason on <paramref name="error"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Packs an unpacked Dataverse solution into the zip that is imported, and takes it apart again.")
        {
            Pack(),
            Unpack(output),
            Tidy(output),
            Diagram(output),
        };
        try
        {
            return root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is SolutionPackageException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }

    private static Command Pack()
    {
        var folder = new Argument<string>("folder") { Description = "the unpacked solution" };
        var zip = new Argument<string>("zip") { Description = "the package; written only if it changes" };
        var managed = new Option<bool>("--managed") { Description = "pack the managed package" };
        var command = new Command("pack", "Pack a folder into a zip.") { folder, zip, managed };
        command.SetAction(parsed =>
        {
            using var packed = new MemoryStream();
            SolutionPackage.Pack(SolutionFiles.Read(parsed.GetRequiredValue(folder)), packed, parsed.GetValue(managed));
            var file = Path.GetFullPath(parsed.GetRequiredValue(zip));
            if (File.Exists(file) && packed.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, packed.ToArray());
        });
        return command;
    }

    private static Command Unpack(TextWriter output)
    {
        var zip = new Argument<string>("zip") { Description = "the package" };
        var folder = new Argument<string>("folder") { Description = "where its files go; a file that is already as it should be is not touched" };
        var both = new Option<bool>("--both") { Description = "together with the managed package beside it (NAME_managed.zip), into a folder that both can be packed from" };
        var delete = new Option<bool>("--delete") { Description = "delete files of the folder that the package does not have" };
        var command = new Command("unpack", "Take a zip apart into a folder.") { zip, folder, both, delete };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(zip);
            using var unmanaged = File.OpenRead(file);
            SolutionFiles files;
            if (parsed.GetValue(both))
            {
                using var managed = File.OpenRead(Path.ChangeExtension(file, null) + "_managed.zip");
                files = SolutionPackage.Unpack(unmanaged, managed);
            }
            else
            {
                files = SolutionPackage.Unpack(unmanaged);
            }

            foreach (var path in files.Write(parsed.GetRequiredValue(folder), parsed.GetValue(delete)))
                output.WriteLine(path);
        });
        return command;
    }

    private static Command Tidy(TextWriter output)
    {
        var folder = new Argument<string>("folder") { Description = "the unpacked solution, of both types; the files that change are printed" };
        var command = new Command("tidy", "Write the files of a folder as they would be taken apart again, and each x_managed.xml as a copy of x.xml.") { folder };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            foreach (var changed in SolutionPackage.Tidy(SolutionFiles.Read(path)).Write(path, delete: true))
                output.WriteLine(changed);
        });
        return command;
    }

    private static Command Diagram(TextWriter output)
    {
        var folder = new Argument<string>("folder") { Description = "the unpacked solution" };
        var without = new Option<string[]>("--without") { Description = "tables to leave out", AllowMultipleArgumentsPerToken = true };
        var command = new Command("diagram", "Print the tables and lookups as a Mermaid diagram.") { folder, without };
        command.SetAction(parsed =>
        {
            foreach (var line in EntityDiagram.Of(SolutionFiles.Read(parsed.GetRequiredValue(folder)), parsed.GetValue(without) ?? []))
                output.WriteLine(line);
        });
        return command;
    }
}
