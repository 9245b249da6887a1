using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Testing;

/// <summary>Examples for what no example of a program reaches, ready to be added to its text.</summary>
internal static class Proposals
{
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
