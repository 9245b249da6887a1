using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Rows for both environments: with ids that are the same in both.</summary>
internal static class Orders
{
    public static Guid Id(int number) => new($"00000000-0000-0000-0000-{number.ToString("x12", CultureInfo.InvariantCulture)}");

    public static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    /// <summary>An option of the fixture's choice, from 0 to 2.</summary>
    public static OptionSetValue Kind(int number) => new(770_000_000 + number);

    /// <summary>An account.</summary>
    public static EntityReference Account(this IOrganizationService service, int number, string name = "Contoso")
    {
        service.Create(new Entity("account", Id(number)) { ["name"] = name });
        return new EntityReference("account", Id(number));
    }

    /// <summary>An order with these columns.</summary>
    public static Entity Order(int number, params (string Column, object? Value)[] columns)
    {
        var row = new Entity("fix_order", Id(number)) { ["fix_name"] = "order " + number.ToString(CultureInfo.InvariantCulture) };
        foreach (var (column, value) in columns)
            row[column] = value;
        return row;
    }
}
