using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment.SalesForm;

/// <summary>
/// The partner tab in the forms where people work: those of Dynamics 365 Sales, those that the command names, and those that have it
/// already. A solution file can't bring a difference to a form of somebody else as long as it is unmanaged, so the tab is copied from our
/// own form; the forms become a part of the solution, and of the managed one that is exported from it.
/// </summary>
internal sealed class SalesFormStage(Target target, IReadOnlyList<string> named) : IStage
{
    private readonly TableForms _forms = new(target);

    private static readonly Dictionary<string, Guid> OfSales = new(StringComparer.Ordinal)
    {
        ["account"] = new("8448b78f-8f42-454e-8e2a-f8196b0419af"),
        ["opportunity"] = new("a837e4a7-01b8-4f82-a475-be9abd67e667"),
    };

    public string Name => "Forms of Dynamics 365 Sales";

    /// <summary>Says which of the named forms is not there; null when all are.</summary>
    public async Task<string?> ProblemAsync(CancellationToken stop)
    {
        List<Entity> forms = [];
        foreach (var table in named.Count == 0 ? [] : _forms.Tabs().Select(tab => tab.Table))
            forms.AddRange(await _forms.ActiveAsync(table, stop).ConfigureAwait(false));
        return named.FirstOrDefault(name => !forms.Exists(form => IsCalled(form, name))) is { } unknown
            ? $"There is no active main form '{unknown}' of {string.Join(" or ", _forms.Tabs().Select(tab => tab.Table))} (--form). There are: " +
              string.Join(", ", forms.Select(form => form.GetAttributeValue<string>("name")).Distinct()) + "."
            : null;
    }

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        List<Change> changes = [];
        var members = await target.MembersAsync(stop).ConfigureAwait(false);
        foreach (var (table, own, tab) in _forms.Tabs())
        {
            var others = (await _forms.ActiveAsync(table, stop).ConfigureAwait(false)).Where(form => form.Id != own).ToList();
            var chosen = others.Select(form => (Form: form, Xml: XElement.Parse(form.GetAttributeValue<string>("formxml")!))).Where(form => Gets(table, form.Form, form.Xml)).ToList();
            if (chosen.Count == 0)
                target.Teller.Line(Nowhere(table, others));
            foreach (var (form, xml) in chosen)
            {
                if (!tab.Stands(xml))
                    changes.Add(Plan(table, form, xml, tab));
                else if (members?.Contains(form.Id) == false)
                    changes.Add(Joining(table, form));
            }
        }

        return changes;
    }

    private bool Gets(string table, Entity form, XElement xml) => form.Id == OfSales.GetValueOrDefault(table) || PartnerTab.IsIn(xml) || named.Any(name => IsCalled(form, name));

    // The form of Sales is gone or inactive, and people work in one that nobody has named.
    private static string Nowhere(string table, List<Entity> others) =>
        $"The tab Partners is in no form of {table} but the one of the app Partner Programs, since the form of Dynamics 365 Sales is not active." +
        (others.Count == 0 ? "" : $" Name the one in which people work by --form; there are: {string.Join(", ", others.Select(form => form.GetAttributeValue<string>("name")))}.");

    private static bool IsCalled(Entity form, string name) =>
        string.Equals(form.GetAttributeValue<string>("name"), name, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(name, out var id) && id == form.Id);

    private Change Joining(string table, Entity form) => new(
        ChangeKind.Alter, $"form {form.GetAttributeValue<string>("name")} of {table}",
        stop => target.Service.ExecuteAsync(new AddSolutionComponentRequest { ComponentId = form.Id, ComponentType = TableForms.Component, SolutionUniqueName = target.Solution.UniqueName }, stop))
    {
        Details = [Target.Joining],
    };

    private Change Plan(string table, Entity form, XElement xml, PartnerTab tab)
    {
        var title = $"tab Partners in the form {form.GetAttributeValue<string>("name")} of {table}";
        return new Change(PartnerTab.IsIn(xml) ? ChangeKind.Alter : ChangeKind.Add, title, stop => _forms.WriteAsync(table, form.Id, xml => tab.Stands(xml) ? xml : tab.Into(xml), stop))
        {
            Details = tab.Differences(xml),
        };
    }
}
