using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.Local.Query.Reading;

/// <summary>
/// Which elements and attributes FetchXML has, and where. Those that only views, reports and hints to the platform use are known and
/// mean nothing here. <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/reference/">Reference</see>
/// </summary>
internal static class FetchSchema
{
    private static readonly string[] OfTable = ["all-attributes", "no-attrs", "attribute", "order", "link-entity", "filter"];

    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Elements = new(StringComparer.Ordinal)
    {
        ["fetch"] = (
            [
                "version", "count", "page", "paging-cookie", "utc-offset", "aggregate", "aggregatelimit", "distinct", "top", "mapping",
                "min-active-row-version", "output-format", "returntotalrecordcount", "no-lock", "latematerialize", "options", "useraworderby",
                "datasource", "savedqueryid",
            ],
            ["entity"]),
        ["entity"] = (["name", "enableprefiltering", "prefilterparametername"], OfTable),
        ["link-entity"] = (
            ["name", "from", "to", "alias", "link-type", "visible", "intersect", "enableprefiltering", "prefilterparametername", "forceseek"], OfTable),
        ["attribute"] = (
            ["name", "alias", "aggregate", "groupby", "dategrouping", "usertimezone", "distinct", "rowaggregate", "build", "addedby"], []),
        ["all-attributes"] = ([], []),
        ["no-attrs"] = ([], []),
        ["order"] = (["attribute", "alias", "descending", "entityname"], []),
        ["filter"] = (
            ["type", "hint", "isquickfindfields", "overridequickfindrecordlimitenabled", "overridequickfindrecordlimitdisabled"],
            ["condition", "filter", "link-entity"]),
        ["condition"] = (
            ["attribute", "operator", "value", "valueof", "entityname", "column", "aggregate", "alias", "rowaggregate", "uiname", "uitype", "uihidden"],
            ["value"]),
        ["value"] = (["uiname", "uitype"], []),
    };

    /// <summary>Refuses what FetchXML does not have, by name.</summary>
    public static void Check(XElement element, int depth = 0)
    {
        QueryLimits.CheckDepth(depth);
        var name = element.Name.LocalName;
        var (attributes, children) = Elements[name];
        foreach (var attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && Array.IndexOf(attributes, attribute.Name.LocalName) < 0)
            {
                throw QueryErrors.Attribute(name, attribute.Name.LocalName, attributes);
            }
        }

        foreach (var child in element.Elements())
        {
            if (Array.IndexOf(children, child.Name.LocalName) < 0)
            {
                throw QueryErrors.Node(name, child.Name.LocalName, children);
            }

            Check(child, depth + 1);
        }
    }
}
