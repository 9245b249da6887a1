using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads option sets: global ones, those of one column, and the state and status sets of a table.</summary>
internal static class ChoiceReader
{
    public static ChoiceMetadata Choice(XElement optionset, bool isGlobal = false)
    {
        var options = Options(optionset);
        RefuseTwice(optionset, options.Select(o => o.Value));
        return Make(optionset, options, isGlobal);
    }

    /// <summary>The two labels of a yes/no column, "no" first.</summary>
    public static ChoiceMetadata YesNo(XElement? optionset, string name)
    {
        List<ChoiceOption> declared = optionset is null ? [] : Options(optionset);
        if (declared.Find(o => o.Value is not (0 or 1)) is { } other)
        {
            throw optionset!.Error(FormattableString.Invariant($"{other.Value} is no value of a yes/no column: 0 and 1 are."));
        }

        List<ChoiceOption> options =
        [
            declared.Find(o => o.Value == 0) ?? new ChoiceOption(0, "No"),
            declared.Find(o => o.Value == 1) ?? new ChoiceOption(1, "Yes"),
        ];
        return optionset is null ? new ChoiceMetadata(name, options) : Make(optionset, options);
    }

    public static IReadOnlyList<StateMetadata> States(XElement optionset) =>
    [
        .. (optionset.Child("states")?.Elements() ?? []).Select(s => new StateMetadata(
            s.RequiredNumberAttribute("value"),
            s.Child("labels").Label() ?? s.Attribute("invariantname")?.Value ?? string.Empty,
            s.RequiredNumberAttribute("defaultstatus"))
        {
            InvariantName = s.Attribute("invariantname")?.Value,
            Labels = s.Child("labels").Text(),
        }),
    ];

    public static IReadOnlyList<StatusMetadata> Statuses(XElement optionset) =>
    [
        .. (optionset.Child("statuses")?.Elements() ?? []).Select(s => new StatusMetadata(
            s.RequiredNumberAttribute("value"),
            s.RequiredNumberAttribute("state"),
            s.Child("labels").Label() ?? string.Empty,
            Transitions(s))
        {
            Labels = s.Child("labels").Text(),
            TransitionData = TransitionData(s),
        }),
    ];

    private static List<ChoiceOption> Options(XElement optionset) =>
    [
        .. (optionset.Child("options")?.Elements() ?? []).Select(o => new ChoiceOption(
            o.RequiredNumberAttribute("value"), o.Child("labels").Label() ?? string.Empty)
        {
            Labels = o.Child("labels").Text(),
            Description = o.Child("Descriptions").Text(),
            Color = o.Attribute("Color")?.Value,
            ExternalValue = o.Attribute("ExternalValue")?.Value,
            IsHidden = o.Attribute("IsHidden")?.Value == "1",
        }),
    ];

    private static ChoiceMetadata Make(XElement optionset, IReadOnlyList<ChoiceOption> options, bool isGlobal = false) =>
        new(optionset.RequiredAttribute("Name"), options)
        {
            IsGlobal = isGlobal,
            DisplayName = optionset.Child("displaynames").Text(),
            Description = optionset.Child("Descriptions").Text(),
        };

    private static string? TransitionData(XElement status) =>
        status.Attribute("TransitionData")?.Value ?? status.Text("TransitionData");

    private static List<int>? Transitions(XElement status)
    {
        var data = TransitionData(status);
        if (string.IsNullOrWhiteSpace(data))
        {
            return null;
        }

        try
        {
            return [.. SolutionXml.Parse(data).Elements().Select(t => t.RequiredNumberAttribute("tostatusid"))];
        }
        catch (System.Xml.XmlException e)
        {
            throw status.Error($"TransitionData is no XML: {e.Message}");
        }
    }

    private static void RefuseTwice(XElement optionset, IEnumerable<int> values)
    {
        var twice = values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw optionset.Error(FormattableString.Invariant($"value {twice.Key} is there twice."));
        }
    }
}
