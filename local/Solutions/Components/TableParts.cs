using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Forms, views and charts of tables, and dashboards, which are forms of none.</summary>
internal static class TableParts
{
    private const string None = "none";

    /// <summary>The platform's numbers of the types of form, by the folder that they lie in.</summary>
    private static readonly Dictionary<string, int> FormTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dashboard"] = 0,
        ["appointmentBook"] = 1,
        ["main"] = 2,
        ["mobile"] = 5,
        ["quick"] = 6,
        ["quickCreate"] = 7,
        ["dialog"] = 8,
        ["interactionCentricDashboard"] = 10,
        ["card"] = 11,
        ["mainInteractionCentric"] = 12,
    };

    /// <summary>The folder that forms of a type lie in.</summary>
    public static string FolderOf(int formType) => FormTypes.First(t => t.Value == formType).Key;

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("Entities", "*.xml", below: true).Plain())
        {
            // Entities/TABLE/FormXml/TYPE/{id}.xml, Entities/TABLE/SavedQueries/{id}.xml
            switch (file.Path.Split('/'))
            {
                case [_, _, var kind, var type, _] when Is(kind, "FormXml"):
                    foreach (var form in SolutionXml.Load(file).Elements())
                    {
                        yield return Form(file, form, type);
                    }

                    break;
                case [_, _, var kind, _] when Is(kind, "SavedQueries"):
                    foreach (var view in SolutionXml.Load(file).Elements())
                    {
                        yield return View(file, view);
                    }

                    break;
                case [_, _, var kind, _] when Is(kind, "Visualizations"):
                    yield return Chart(file, SolutionXml.Load(file));
                    break;
            }
        }

        foreach (var file in tree.Files("Dashboards", "*.xml").Plain())
        {
            yield return Dashboard(file, SolutionXml.Load(file));
        }
    }

    private static bool Is(string folder, string name) => folder.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Component Form(SolutionFile file, XElement form, string type) => new Component("systemform", Id(form, "formid"), file) { Of = ComponentReader.TableOf(file) }
        .With("isdefault", false).With("formactivationstate", 1).With("formpresentation", 0)
        .With(form).Named(form)
        .With("type", FormTypes.TryGetValue(type, out var number) ? number : throw form.Error($"'{type}' is no type of form: {string.Join(", ", FormTypes.Keys)} are known."))
        .With("objecttypecode", ComponentReader.TableOf(file))
        .WithXml("formxml", form.Child("form"));

    private static Component Dashboard(SolutionFile file, XElement dashboard) => new Component("systemform", Id(dashboard, "FormId"), file)
        .With("formactivationstate", 1).With("formpresentation", 0)
        .With(dashboard).Named(dashboard)
        .With("type", FormTypes["dashboard"])
        .With("objecttypecode", None)
        .WithXml("formxml", dashboard.Child("FormXml")?.Child("forms")?.Child("form"));

    private static Component View(SolutionFile file, XElement view) => new Component("savedquery", Id(view, "savedqueryid"), file) { Of = ComponentReader.TableOf(file) }
        .With("statecode", 0).With("statuscode", 1)
        .With(view).Named(view)
        .With("returnedtypecode", ComponentReader.TableOf(file))
        .WithXml("fetchxml", view.Child("fetchxml")?.Elements().FirstOrDefault())
        .WithXml("layoutxml", view.Child("layoutxml")?.Elements().FirstOrDefault())
        .WithXml("columnsetxml", view.Child("columnsetxml")?.Elements().FirstOrDefault());

    private static Component Chart(SolutionFile file, XElement chart) => new Component("savedqueryvisualization", Id(chart, "savedqueryvisualizationid"), file) { Of = ComponentReader.TableOf(file) }
        .With(chart).Named(chart)
        .With("primaryentitytypecode", ComponentReader.TableOf(file))
        .WithXml("datadescription", chart.Child("datadescription")?.Elements().FirstOrDefault())
        .WithXml("presentationdescription", chart.Child("presentationdescription")?.Elements().FirstOrDefault());

    private static Guid Id(XElement element, string name) =>
        Guid.TryParse(element.RequiredText(name), out var id) ? id : throw element.Child(name)!.Error($"'{element.Text(name)}' is no unique identifier.");
}
