using System;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Tests.Language;

namespace CrmAddon.Rules.Mono;

/// <summary>Runs every text case and prints those that come out otherwise than written, with both texts, and the counts.</summary>
internal static class Program
{
    private static int Main()
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var cases = LanguageCase.All().ToList();
        var failed = 0;
        foreach (var one in cases)
        {
            if (Failure(one) is not { } failure)
                continue;
            failed++;
            output.Write($"{one}\n{failure}\n");
        }
        output.Write(FormattableString.Invariant($"{cases.Count} cases, {failed} failed\n"));
        return failed == 0 ? 0 : 1;
    }

    private static string? Failure(LanguageCase one)
    {
        try
        {
            return CasePart.Of(one).Where(part => part.Expected != part.Actual)
                .Select(part => $"{part.What}, expected:\n{part.Expected}actual:\n{part.Actual}").FirstOrDefault();
        }
#pragma warning disable CA1031 // Whatever a case throws is that case's failure; the others are still run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e.ToString();
        }
    }
}
