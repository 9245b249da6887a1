using System;
using System.Collections.Generic;
using CrmAddon.Local.Data;
using CrmAddon.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local;

/// <summary>The rows that every environment has: organization, root business unit, system user, base currency.</summary>
internal static class Seed
{
    public static void Apply(Organization organization)
    {
        var ids = organization.Ids;
        organization.Transactions.Run(() =>
        {
            Insert(organization, "transactioncurrency", ids.BaseCurrency, new()
            {
                ["currencyname"] = organization.Options.BaseCurrency,
                ["isocurrencycode"] = organization.Options.BaseCurrency,
                ["currencysymbol"] = Symbol(organization.Options.BaseCurrency),
                ["currencyprecision"] = 2,
                ["exchangerate"] = 1m,
            });
            Insert(organization, "organization", ids.Organization, new()
            {
                ["name"] = "local",
                ["basecurrencyid"] = new EntityReference("transactioncurrency", ids.BaseCurrency),
            });
            Insert(organization, "businessunit", ids.BusinessUnit, new()
            {
                ["name"] = "local",
                ["organizationid"] = new EntityReference("organization", ids.Organization),
            });
            Insert(organization, "systemuser", ids.SystemUser, new()
            {
                ["fullname"] = "SYSTEM",
                ["lastname"] = "SYSTEM",
                ["domainname"] = "SYSTEM",
                ["businessunitid"] = new EntityReference("businessunit", ids.BusinessUnit),
            });
            ApplySolutions(organization);
            return true;
        });
    }

    /// <summary>Rows that follow from the solutions.</summary>
    public static void ApplySolutions(Organization organization)
    {
        new SecurityRows(organization).Apply();
        new EnvironmentVariableRows(organization).Write();
        organization.Registrations.Follow();
    }

    private static string Symbol(string isoCode) => isoCode switch
    {
        "USD" => "$",
        "EUR" => "\u20ac",
        "GBP" => "\u00a3",
        "JPY" => "\u00a5",
        _ => isoCode,
    };

    private static void Insert(Organization organization, string name, Guid id, Dictionary<string, object> attributes)
    {
        var table = organization.Table(name);
        if (organization.Rows.Exists(table, id))
        {
            return;
        }

        var row = new Entity(name, id);
        foreach (var (column, value) in attributes)
        {
            if (table.Has(column))
            {
                row[column] = value;
            }
        }

        organization.Writer.Create(
            [row], new Pipeline.Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null), new OrganizationRequest("Create"), multiple: false);
    }
}
