using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Worker.Deployment.Comparing;

namespace CrmAddon.Worker.Deployment.SalesForm;

/// <summary>
/// The partner tab of a form of ours, to be put into other forms of the same table: the tab itself and how its controls are shown. A form
/// that has it already gets it where it stands, and nothing else of that form is touched.
/// </summary>
internal sealed class PartnerTab
{
    /// <summary>Name of the tab in forms.</summary>
    public const string Name = "tab_partners";

    private readonly XElement _tab;
    private readonly List<XElement> _controls;

    private PartnerTab(XElement form, XElement tab)
    {
        _tab = tab;
        var ids = Controls(tab).Select(control => (string?)control.Attribute("uniqueid")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        _controls = [.. Descriptions(form).Where(description => ids.Contains(For(description)))];
    }

    /// <summary>The tab of a form; null when it has none.</summary>
    public static PartnerTab? Of(XElement form) => Find(form) is { } tab ? new PartnerTab(form, tab) : null;

    /// <summary>Whether a form has a partner tab, ours or an older one.</summary>
    public static bool IsIn(XElement form) => Find(form) is not null;

    /// <summary>Whether a form has this very tab. What the platform adds when it saves a form does not count.</summary>
    public bool Stands(XElement form) =>
        Find(form) is { } tab && Holds(tab, _tab) && Controls(tab).Select(Id).SequenceEqual(Controls(_tab).Select(Id), StringComparer.OrdinalIgnoreCase)
        && _controls.All(wanted => Descriptions(form).Any(present => For(present) == For(wanted) && Holds(present, wanted)));

    /// <summary>What of a form's tab becomes another, for people; nothing where it has none.</summary>
    public IReadOnlyList<string> Differences(XElement form) => Find(form) is not { } tab ? [] : XmlDifference.Of(tab, _tab) is { Count: > 0 } lines ? lines : ["how its fields are shown"];

    /// <summary>The form with this tab: in the place of the one it has, or after its last.</summary>
    public XElement Into(XElement form)
    {
        var result = new XElement(form);
        var tabs = result.Element("tabs") ?? throw new DeploymentException("The form has no tabs; choose another form by --form.");
        if (Find(result) is { } old)
            old.ReplaceWith(_tab);
        else
            tabs.Add(_tab);
        if (_controls.Count == 0)
            return result;

        if (result.Element("controlDescriptions") is not { } list)
        {
            list = new XElement("controlDescriptions");
            // The schema's order: after the parts of the form itself, before what shows when.
            if (result.Element("DisplayConditions") is { } conditions)
                conditions.AddBeforeSelf(list);
            else
                result.Add(list);
        }

        foreach (var control in _controls)
        {
            list.Elements("controlDescription").Where(present => For(present) == For(control)).Remove();
            list.Add(control);
        }

        return result;
    }

    /// <summary>The form without a partner tab, and without what only its controls needed.</summary>
    public static XElement OutOf(XElement form)
    {
        var result = new XElement(form);
        if (Find(result) is not { } tab)
            return result;
        tab.Remove();
        var left = result.Descendants("control").Select(control => ((string?)control.Attribute("uniqueid"))?.ToLowerInvariant()).ToHashSet();
        Descriptions(result).Where(description => tab.Descendants("control").Any(control => ((string?)control.Attribute("uniqueid"))?.ToLowerInvariant() == For(description)) && !left.Contains(For(description)))
            .ToList().ForEach(description => description.Remove());
        return result;
    }

    private static XElement? Find(XElement form) => form.Element("tabs")?.Elements("tab").FirstOrDefault(tab => (string?)tab.Attribute("name") == Name);

    private static IEnumerable<XElement> Controls(XElement tab) => tab.Descendants("control");

    private static IEnumerable<XElement> Descriptions(XElement form) => form.Elements("controlDescriptions").Elements("controlDescription");

    private static string For(XElement description) => ((string?)description.Attribute("forControl"))?.ToLowerInvariant() ?? "";

    private static string Id(XElement control) => (string?)control.Attribute("id") ?? "";

    private static bool Holds(XElement present, XElement wanted)
    {
        if (present.Name != wanted.Name || !wanted.Attributes().All(attribute => Same((string?)present.Attribute(attribute.Name), attribute.Value)))
            return false;
        if (!wanted.HasElements)
            return Same(present.Value.Trim(), wanted.Value.Trim());
        var left = new Queue<XElement>(present.Elements());
        foreach (var child in wanted.Elements())
        {
            while (left.Count > 0 && !Holds(left.Peek(), child))
                left.Dequeue();
            if (!left.TryDequeue(out _))
                return false;
        }

        return true;
    }

    private static bool Same(string? present, string wanted) =>
        string.Equals(present, wanted, StringComparison.Ordinal) || (Guid.TryParse(present, out var first) && Guid.TryParse(wanted, out var second) && first == second);
}
