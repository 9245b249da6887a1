using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Testing;

/// <summary>Examples for what no example of a program reaches, ready to be added to its text.</summary>
internal static class Proposals
{
    /// <summary>Writes them at the end of each file; one in which nothing is missing, or that is standard input, stays as it is.</summary>
    /// <exception cref="InputException">A file can't be written.</exception>
    public static void Write(List<CheckedFile> files, Screen screen)
    {
        foreach (var file in files.Where(file => file.Path != "-"))
        {
            var proposed = ExampleProposals.Of(file.Result);
            if (proposed.Count > 0)
                WrittenFile.Replace(file.Path, Added(file.Text, string.Join("\n\n", proposed.Select(one => one.Text.Trim('\n')))));
            screen.Line($"{file.Name}: {(proposed.Count == 0 ? "every rule has its examples" : proposed.Count == 1 ? "1 example written" : proposed.Count + " examples written")}");
        }
    }

    // In the line ends of the text, one empty line below it.
    private static string Added(string text, string examples)
    {
        var end = text.Contains("\r\n") ? "\r\n" : "\n";
        return text.TrimEnd() + end + end + examples.Replace("\n", end) + end;
    }

    public static void Print(List<CheckedFile> files, bool asJson, Screen screen)
    {
        if (asJson)
        {
            screen.Json(files.Select(file => new
            {
                file = file.Name,
                proposed = ExampleProposals.Of(file.Result).Select(one => new { name = one.Name, text = one.Text }),
            }));
            return;
        }
        foreach (var file in files)
        {
            foreach (var line in ExampleProposals.Of(file.Result).SelectMany(one => one.Text.Split('\n')))
                screen.Line(line);
        }
    }
}
