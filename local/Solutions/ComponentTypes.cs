using System.Collections.Generic;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Solutions;

/// <summary>
/// The platform's numbers of the kinds of component. Tables that are components of a newer kind have numbers that differ from environment to
/// environment; here it is the table's own number.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/solutioncomponent">Solution Component</see>
/// </summary>
internal static class ComponentTypes
{
    public const int Table = 1;
    public const int Column = 2;
    public const int Relation = 3;
    public const int Choice = 9;
    public const int Key = 14;
    public const int Role = 20;
    public const int View = 26;
    public const int Workflow = 29;
    public const int DuplicateRule = 44;
    public const int Chart = 59;
    public const int Form = 60;
    public const int WebResource = 61;
    public const int SiteMap = 62;
    public const int FieldSecurityProfile = 70;
    public const int App = 80;
    public const int EnvironmentVariable = 380;

    private static readonly Dictionary<string, int> ByTable = new()
    {
        ["role"] = Role,
        ["savedquery"] = View,
        ["workflow"] = Workflow,
        ["duplicaterule"] = DuplicateRule,
        ["duplicaterulecondition"] = 45,
        ["savedqueryvisualization"] = Chart,
        ["systemform"] = Form,
        ["webresource"] = WebResource,
        ["sitemap"] = SiteMap,
        ["fieldsecurityprofile"] = FieldSecurityProfile,
        ["appmodule"] = App,
        ["plugintype"] = 90,
        ["pluginassembly"] = 91,
        ["sdkmessageprocessingstep"] = 92,
        ["sdkmessageprocessingstepimage"] = 93,
        ["environmentvariabledefinition"] = EnvironmentVariable,
        ["environmentvariablevalue"] = 381,
    };

    /// <summary>The number of a table whose rows are components; null for other tables.</summary>
    public static int? Of(TableMetadata table) => ByTable.TryGetValue(table.Name, out var type) ? type
        : table.Name is "customapi" or "customapirequestparameter" or "customapiresponseproperty" or "pluginpackage" ? table.ObjectTypeCode : null;

    /// <summary>The table that keeps the components of a kind as rows; null for definitions.</summary>
    public static TableMetadata? TableOf(int type, SolutionMetadata metadata)
    {
        foreach (var (name, number) in ByTable)
        {
            if (number == type)
            {
                return metadata.Find(name);
            }
        }

        foreach (var table in metadata.Tables.Values)
        {
            if (Of(table) == type)
            {
                return table;
            }
        }

        return null;
    }
}
