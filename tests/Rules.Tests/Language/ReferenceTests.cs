using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Language;

[TestClass]
public sealed partial class ReferenceTests
{
    // These take texts too large for a case; HostileTextTests has them.
    private static readonly string[] Floods = ["RUL0001", "RUL0010", "RUL0106", "RUL0110", "RUL0603"];

    // These are found in several texts; ProgramVersionTests has them.
    private static readonly string[] Versions = ["RUL0610", "RUL0611", "RUL0612"];

    private static string[] Documented { get; } =
        [.. Row().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference.md"))).Select(row => row.Groups[1].Value)];

    [TestMethod]
    public void Every_code_of_the_reference_has_a_case()
    {
        var found = LanguageCase.All().SelectMany(one => Code().Matches(one.Finds)).Select(code => code.Value).ToHashSet();

        Assert.AreEqual("", string.Join(", ", Documented.Except(Floods).Except(Versions).Where(code => !found.Contains(code))));
    }

    [TestMethod]
    public void Every_code_that_is_found_stands_in_the_reference_once()
    {
        var found = LanguageCase.All().SelectMany(one => Code().Matches(one.Finds)).Select(code => code.Value).Distinct();

        Assert.AreEqual("", string.Join(", ", found.Except(Documented)));
        Assert.AreEqual(Documented.Distinct().Count(), Documented.Length);
    }

    [TestMethod]
    public void Every_field_of_the_vocabulary_stands_in_the_reference()
    {
        var reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference.md"));

        Assert.AreEqual("", string.Join(", ", Vocabulary.Standard.Fields.Select(field => field.Path).Where(path =>
            !reference.Contains('`' + path + '`', StringComparison.Ordinal)
            && !reference.Contains("`." + path.Split('.')[1] + '`', StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"^\| (RUL\d{4})", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"RUL\d{4}")]
    private static partial Regex Code();
}
