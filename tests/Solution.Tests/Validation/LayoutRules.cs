using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Every file lies where Microsoft's SolutionPackager puts it, and is written as it writes it.</summary>
internal static partial class LayoutRules
{
    private const string Tidy = "'dotnet run --project sdk/SolutionPackager -- tidy solution/src' writes it";

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var path in s.All.Paths.Where(p => !Known().IsMatch(p)))
            yield return new(path, "is no file that SolutionPackager reads, so that it would go into the package as it is and do nothing there");
        foreach (var path in s.All.Paths.Where(p => p.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(s.All[path]);
            if (text.StartsWith('\uFEFF') == RowRules.IsRow(path))
                yield return new(path, RowRules.IsRow(path) ? "has a byte order mark, which no row's file has" : "has no byte order mark: " + Tidy);
            if (text.Contains('\r', StringComparison.Ordinal) || !text.EndsWith('>'))
                yield return new(path, "has other line ends than LF, or something after its last tag");
            if (s.Xml(path).DescendantNodes().OfType<XComment>().FirstOrDefault() is { } comment)
                yield return Finding.At(path, comment, "has a comment, which is lost when the solution is exported again");
        }

        foreach (var table in s.Solution.Tables.Values)
        {
            var places = table.Root.Elements().Select(e => e.Name.LocalName).SkipWhile(n => n != "EntityInfo").Skip(1).ToList();
            if (!places.SequenceEqual(Places(s, table)))
                yield return new(table.Path, $"should keep the places {string.Join(", ", Places(s, table))} for its parts, in this order, not {string.Join(", ", places)}");
        }

        foreach (var path in s.All.Paths.Where(SolutionPackage.IsVariant))
        {
            var plain = path[..^"_managed.xml".Length] + ".xml";
            if (!s.All.Has(plain) || !s.All[plain].AsSpan().SequenceEqual(s.All[path]))
                yield return new(path, $"is no copy of {plain}: " + Tidy);
        }

        foreach (var finding in RoundTrip(s.All))
            yield return finding;
    }

    /// <summary>Packs both packages and takes them apart again.</summary>
    private static IEnumerable<Finding> RoundTrip(SolutionFiles files)
    {
        SolutionFiles again;
        string? refusal = null;
        try
        {
            using var unmanaged = new System.IO.MemoryStream();
            using var managed = new System.IO.MemoryStream();
            SolutionPackage.Pack(files, unmanaged, managed: false);
            SolutionPackage.Pack(files, managed, managed: true);
            unmanaged.Position = managed.Position = 0;
            again = SolutionPackage.Unpack(unmanaged, managed);
        }
        catch (SolutionPackageException e)
        {
            (again, refusal) = (files, e.Message);
        }

        if (refusal is not null)
            yield return new("The solution can't be packed", refusal);
        foreach (var path in files.Paths.Where(p => !again.Has(p)))
            yield return new(path, "is not there any more when the package is taken apart again");
        foreach (var path in again.Paths.Where(p => !files.Has(p)))
            yield return new(path, "is missing: it is there when the package is taken apart again; " + Tidy);
        foreach (var path in files.Paths.Where(p => again.Has(p) && !files[p].AsSpan().SequenceEqual(again[p])))
            yield return new(path, "is not written as SolutionPackager writes it: " + Difference(files[path], again[path]));
    }

    private static string Difference(byte[] here, byte[] there)
    {
        var (a, b) = (Encoding.UTF8.GetString(here).Split('\n'), Encoding.UTF8.GetString(there).Split('\n'));
        var line = Enumerable.Range(0, Math.Max(a.Length, b.Length)).First(i => i >= a.Length || i >= b.Length || a[i] != b[i]);
        return $"line {line + 1} would be '{(line < b.Length ? b[line].Trim() : "")}'";
    }

    private static IEnumerable<string> Places(Installation s, Table table)
    {
        if (table.IsOurs || table.FormFiles.Count > 0)
            yield return "FormXml";
        if (table.IsOurs || table.ViewFiles.Count > 0)
            yield return "SavedQueries";
        if (table.ChartFiles.Count > 0)
            yield return "Visualizations";
        if (table.IsOurs || s.Files.Has($"Entities/{table.Folder}/RibbonDiff.xml"))
            yield return "RibbonDiffXml";
    }

    [GeneratedRegex("""
        ^(Other/(Solution|Customizations|Relationships|FieldSecurityProfiles)\.xml
        |Other/Relationships/[A-Za-z_]+\.xml
        |Entities/[A-Za-z_]+/(Entity|RibbonDiff)\.xml
        |Entities/[A-Za-z_]+/(FormXml/(main|quickCreate|quick|card)|SavedQueries|Visualizations)/\{[0-9A-Fa-f-]{36}\}\.xml
        |Entities/[A-Za-z_]+/FormXml/(main|quickCreate|quick|card)/\{[0-9A-Fa-f-]{36}\}_managed\.xml
        |(OptionSets/cov_[a-z]+|Roles/[A-Za-z\ -]+|Dashboards/\{[0-9a-f-]{36}\})\.xml
        |AppModules/cov_[A-Za-z]+/AppModule(_managed)?\.xml|AppModuleSiteMaps/cov_[A-Za-z]+/AppModuleSiteMap(_managed)?\.xml
        |WebResources/cov_/[A-Za-z0-9_./-]+
        |Workflows/[A-Za-z0-9]{1,50}-[0-9A-F-]{36}\.xaml(\.data\.xml)?
        |customapis/cov_[A-Za-z]+/(customapi|customapirequestparameters/[A-Za-z_]+/customapirequestparameter|customapiresponseproperties/[A-Za-z_]+/customapiresponseproperty)\.xml
        |environmentvariabledefinitions/cov_[A-Za-z]+/environmentvariabledefinition\.xml
        |duplicaterules/[a-z0-9_]+/duplicaterule\.xml)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
