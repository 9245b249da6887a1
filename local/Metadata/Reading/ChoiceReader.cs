using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads option sets: global ones, those of one column, and the state and status sets of a table.</summary>
internal static class ChoiceReader
{
    public static ChoiceMetadata Choice(XElement optionset)
    {
        var name = optionset.RequiredAttribute("Name");
        var options = (optionset.Child("options")?.Elements() ?? [])
            .Select(o => new ChoiceOption(o.RequiredNumberAttribute("value"), o.Child("labels").Label() ?? string.Empty))
            .ToList();
        RefuseTwice(optionset, options.Select(o => o.Value));
        return new ChoiceMetadata(name, options);
    }

    public static IReadOnlyList<StateMetadata> States(XElement optionset) =>
    [
        .. (optionset.Child("states")?.Elements() ?? []).Select(s => new StateMetadata(
            s.RequiredNumberAttribute("value"),
            s.Child("labels").Label() ?? s.Attribute("invariantname")?.Value ?? string.Empty,
            s.RequiredNumberAttribute("defaultstatus"))),
    ];

    public static IReadOnlyList<StatusMetadata> Statuses(XElement optionset) =>
    [
        .. (optionset.Child("statuses")?.Elements() ?? []).Select(s => new StatusMetadata(
            s.RequiredNumberAttribute("value"),
            s.RequiredNumberAttribute("state"),
            s.Child("labels").Label() ?? string.Empty,
            Transitions(s))),
    ];

    private static List<int>? Transitions(XElement status)
    {
        var data = status.Attribute("TransitionData")?.Value ?? status.Text("TransitionData");
        if (string.IsNullOrWhiteSpace(data))
        {
            return null;
        }

        try
        {
            return [.. XElement.Parse(data).Elements().Select(t => t.RequiredNumberAttribute("tostatusid"))];
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
