using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Tests.Language;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Spoken = CrmAddon.Rules.Language;

namespace CrmAddon.Rules.Tests.Explaining;

[TestClass]
public sealed class LanguagesTests
{
    [TestMethod]
    public void Every_language_has_a_sentence_for_every_kind_with_the_same_values_in_it()
    {
        var english = Kinds(Spoken.English);

        foreach (var language in Spoken.All)
            Assert.AreEqual(english, Kinds(language), language.Name);
    }

    [TestMethod]
    public void Every_step_of_every_case_has_its_sentence()
    {
        var kinds = LanguageCase.All().Where(one => one.Given is not null).SelectMany(Outcome.Rulings).SelectMany(ruling => Kinds(ruling.Derivation)).Distinct();

        Assert.AreEqual("", string.Join(", ", kinds.Where(kind => kind != "test" && !Spoken.English.Templates.ContainsKey(kind))));
    }

    [TestMethod]
    public void A_step_reads_the_same_whatever_order_its_values_were_stored_in()
    {
        foreach (var one in LanguageCase.All().Where(one => one.Given is not null))
        {
            foreach (var derivation in Outcome.Rulings(one).Select(ruling => ruling.Derivation))
            {
                CollectionAssert.AreEqual(
                    Explanation.Render(derivation).ToArray(), Explanation.Render(Sorted(derivation)).ToArray(), one.ToString());
            }
        }
    }

    [TestMethod]
    public void Numbers_days_and_months_are_written_the_language_s_way_on_every_machine()
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = "'";
        odd.NumberFormat.NumberGroupSeparator = "_";
        odd.DateTimeFormat.DateSeparator = "~";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.AreEqual(
                "1,234,567.50 | 0.3333333333 | 12.5% | 2026-03-31 | 2026-03 | 3 months | 1 month", Written(Spoken.English));
            Assert.AreEqual(
                "1.234.567,50 | 0,3333333333 | 12,5 % | 31.03.2026 | März 2026 | 3 Monate | 1 Monat", Written(Spoken.German));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void What_is_not_of_the_kind_is_written_as_it_stands()
    {
        Assert.AreEqual("soon", Spoken.German.Writing.Write("soon", "date"));
        Assert.AreEqual("never", Spoken.German.Writing.Write("never", "month"));
        Assert.AreEqual("12345678901234567890123456789012345,5", Spoken.German.Writing.Write("12345678901234567890123456789012345.5", "money"));
        Assert.AreEqual("An unknown kind", Explanation.Sentence(new Finding("An unknown kind", null, null), Spoken.German));
    }

    [TestMethod]
    public void A_language_is_found_by_its_code()
    {
        Assert.AreSame(Spoken.German, Spoken.TryFind("de"));
        Assert.AreSame(Spoken.German, Spoken.TryFind("DE-at"));
        Assert.AreSame(Spoken.English, Spoken.TryFind("en-GB"));
        Assert.IsNull(Spoken.TryFind("fr"));
        Assert.IsNull(Spoken.TryFind(null));
    }

    private static string Written(Spoken language) => string.Join(" | ",
        language.Writing.Write("1234567.5", "money"), language.Writing.Write("0.3333333333", "number"),
        language.Writing.Write("0.125", "percent"), language.Writing.Write("2026-03-31", "date"),
        language.Writing.Write("2026-03", "month"), language.Writing.Write("3", "months"), language.Writing.Write("1", "months"));

    private static string Kinds(Spoken language) => string.Join("\n", language.Templates.OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => one.Key + ": " + string.Join(", ", one.Value.Names.Distinct().Order(StringComparer.Ordinal))));

    private static IEnumerable<string> Kinds(Finding finding) => finding.Children.SelectMany(Kinds).Prepend(finding.Kind);

    private static Finding Sorted(Finding finding) => new(
        finding.Kind,
        finding.Values.OrderBy(value => value.Key, StringComparer.Ordinal).ToDictionary(value => value.Key, value => value.Value),
        [.. finding.Children.Select(Sorted)]);
}
