using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>The full name of contacts and users, which the platform makes of first and last name.</summary>
internal static class FullName
{
    private const string Column = "fullname";

    public static void ForCreate(TableMetadata table, Entity target)
    {
        if (Applies(table) && Compose(target) is { } name)
        {
            target[Column] = name;
        }
    }

    public static void ForUpdate(Organization organization, TableMetadata table, Entity target)
    {
        if (!Applies(table) || (!target.Contains("firstname") && !target.Contains("lastname")))
        {
            return;
        }

        var row = organization.Rows.Read(table, target.Id, [table["firstname"], table["lastname"]])
            ?? throw Faults.MissingRow(table.Name, target.Id);
        foreach (var (name, value) in target.Attributes)
        {
            row[name] = value;
        }

        target[Column] = Compose(row);
    }

    private static bool Applies(TableMetadata table) => table.Has(Column) && table.Has("firstname") && table.Has("lastname");

    private static string? Compose(Entity row)
    {
        var name = $"{row.GetAttributeValue<string>("firstname")} {row.GetAttributeValue<string>("lastname")}".Trim();
        return name.Length == 0 ? null : name;
    }
}
