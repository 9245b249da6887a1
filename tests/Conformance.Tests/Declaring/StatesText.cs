using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>The states of a table (<c>state Open=0: New=1, Checked=2</c>) and the moves that are allowed (<c>move New to Checked, Delivered</c>).</summary>
internal sealed class StatesText
{
    private readonly List<(string Label, string Value, List<(string Label, string Value)> Statuses)> _states = [];
    private readonly Dictionary<string, List<string>> _moves = [];

    public bool HasMoves => _moves.Count > 0;

    public void ReadState(Block line)
    {
        var (heading, statuses) = line.Text["state".Length..].AtColon();
        var state = heading.AtEquals() ?? throw line.Error("state LABEL=NUMBER: STATUS=NUMBER, ...");
        _states.Add((state.Name, state.Value, [.. (statuses ?? string.Empty).At(',').Select(s => s.AtEquals() ?? throw line.Error($"'{s}' is no LABEL=NUMBER."))]));
    }

    public void ReadMove(Block line)
    {
        var parts = line.Text["move".Length..].Split(" to ", StringSplitOptions.TrimEntries);
        _moves[Value(line, parts[0])] = [.. parts[1].At(',').Select(s => Value(line, s))];
    }

    public IEnumerable<XElement> Attributes(string table)
    {
        if (_states.Count == 0)
        {
            yield break;
        }

        yield return Attribute(table, "statecode", "state", new XElement("states", _states.Select(s => new XElement(
            "state",
            new XAttribute("value", s.Value),
            new XAttribute("defaultstatus", s.Statuses[0].Value),
            new XAttribute("invariantname", s.Label),
            Labels.Of(s.Label)))));
        yield return Attribute(table, "statuscode", "status", new XElement("statuses", _states.SelectMany(s => s.Statuses.Select(r => new XElement(
            "status", new XAttribute("value", r.Value), new XAttribute("state", s.Value), Moves(r.Value), Labels.Of(r.Label))))));
    }

    private static XElement Attribute(string table, string name, string type, XElement values) => new(
        "attribute",
        new XAttribute("PhysicalName", name),
        new XElement("Type", type),
        new XElement("Name", name),
        new XElement("LogicalName", name),
        new XElement("optionset", new XAttribute("Name", $"{table}_{name}"), new XElement("OptionSetType", type), values));

    private XAttribute? Moves(string from)
    {
        if (!_moves.TryGetValue(from, out var next))
        {
            return null;
        }

        XNamespace space = "http://schemas.microsoft.com/crm/2009/WebServices";
        var xml = new XElement(space + "allowedtransitions", next.Select(to => new XElement(
            space + "allowedtransition", new XAttribute("sourcestatusid", from), new XAttribute("tostatusid", to))));
        return new XAttribute("TransitionData", xml.ToString(SaveOptions.DisableFormatting));
    }

    private string Value(Block line, string label) =>
        _states.SelectMany(s => s.Statuses).Where(s => s.Label == label).Select(s => s.Value).FirstOrDefault()
        ?? throw line.Error($"'{label}' is no status reason that a line above declares.");
}
