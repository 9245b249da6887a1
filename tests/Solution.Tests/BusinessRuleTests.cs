using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>What forms ask for, lock and hide without code: the rules as the platform's designer keeps them.</summary>
[TestClass]
public sealed partial class BusinessRuleTests
{
    private static readonly IReadOnlyList<Rule> All = [.. Package.Files(Repository.Solution, "Workflows", "*.data.xml").Select(file => new Rule(file))];

    [TestMethod]
    public void Rules_are_switched_on_and_lie_in_files_named_after_them() => AssertNone(
        from rule in All
        let id = Guid.Parse(rule.Row.Attribute("WorkflowId")!.Value)
        let letters = new string([.. rule.Name.Where(char.IsAsciiLetterOrDigit)])
        let file = $"{letters[..Math.Min(50, letters.Length)]}-{id.ToString("D").ToUpperInvariant()}.xaml"
        where rule.Value("Category") != "2" || rule.Value("StateCode") != "1" || rule.Value("XamlFileName") != "/Workflows/" + file
            || Path.GetFileName(rule.File) != file + ".data.xml"
            || rule.Logic.Attributes().Single(a => a.Name.LocalName == "Class").Value != "XrmWorkflow" + id.ToString("N")
        select rule.Name);

    [TestMethod]
    public void Rules_read_and_set_columns_that_are_on_the_main_form() => AssertNone(
        from rule in All
        let form = Form.All.Single(f => f.Table.SchemaName == rule.Value("PrimaryEntity") && f.Kind == "main")
        let shown = form.Fields.Select(Form.ColumnOf).ToHashSet()
        from used in rule.Logic.Descendants().Attributes().Where(a => a.Name.LocalName is "Attribute" or "ControlId").Select(a => a.Value)
        where !shown.Contains(used)
        select rule.Name + ": " + used);

    [TestMethod]
    public void Rules_speak_of_their_own_table() => AssertNone(
        from rule in All
        from named in rule.Logic.Descendants().Attributes("EntityName").Select(a => a.Value)
        where !named.Equals(rule.Value("PrimaryEntity"), StringComparison.OrdinalIgnoreCase)
        select rule.Name + ": " + named);

    [TestMethod]
    public void Rules_compare_with_options_that_exist() => AssertNone(
        from rule in All
        let table = Metadata.Solution.Tables[rule.Value("PrimaryEntity").ToLowerInvariant()]
        from option in OptionOf().Matches(rule.Logic.ToString()).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
        let columns = rule.Logic.Descendants().Attributes("Attribute").Select(a => table.Columns[a.Value])
        where !columns.Any(column => Options(column).Contains(option))
        select $"{rule.Name}: {option}");

    [TestMethod]
    public void What_a_rule_does_it_undoes_otherwise() => AssertNone(
        from rule in All
        let acts = rule.Logic.Descendants().Where(e => e.Name.LocalName is "SetDisplayMode" or "SetVisibility" or "SetFieldRequiredLevel")
        from column in acts.GroupBy(e => (e.Name.LocalName, Column: e.Attribute("ControlId")!.Value))
        where column.Select(e => (e.Attribute("IsReadOnly") ?? e.Attribute("IsVisible") ?? e.Attribute("RequiredLevel"))!.Value).Distinct().Count() != 2
        select rule.Name + ": " + column.Key.Column);

    [TestMethod]
    public void Names_descriptions_and_messages_are_in_both_languages() => AssertNone(
        from rule in All
        from text in rule.Row.Elements().Where(e => e.Name.LocalName is "LocalizedNames" or "Descriptions")
            .Concat(rule.Logic.Descendants().Where(e => e.Name.LocalName == "SetMessage.StepLabels"))
        where !text.Elements().Select(e => (e.Attribute("languagecode") ?? e.Attribute("LanguageCode"))!.Value).SequenceEqual(["1033", "1031"])
        select rule.Name);

    private static IEnumerable<int> Options(Column column) => column.Type switch
    {
        "picklist" => Metadata.Solution.Choices[column.Value("OptionSetName")].Select(o => o.Value),
        "status" => column.Xml.Descendants("status").Select(s => (int)s.Attribute("value")!),
        _ => [],
    };

    [GeneratedRegex("OptionSetValue, (?:\"|&quot;)(\\d+)")]
    private static partial Regex OptionOf();

    private sealed class Rule(string file)
    {
        public string File { get; } = file;

        public XElement Row { get; } = XDocument.Load(file).Root!;

        public XElement Logic { get; } = XDocument.Load(file[..^".data.xml".Length]).Root!;

        public string Name => Row.Attribute("Name")!.Value;

        public string Value(string element) => Row.Element(element)!.Value;
    }
}
