using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Programs;

/// <summary>
/// The status of a customer holds from its day on. Before that day a customer counts as active: only the last change is known, so
/// what was suspended and has come back counts as active throughout.
/// </summary>
internal static class CustomerStatus
{
    private const string Field = "customer.status";

    /// <summary>Brings the status among the rules' fields to what it was.</summary>
    /// <param name="customer">The account, with the day of its status.</param>
    /// <param name="fields">The fields as they are now.</param>
    /// <param name="day">The last day that is judged.</param>
    public static void AsOf(Entity customer, Dictionary<string, FieldValue> fields, DateTime day)
    {
        if (customer.Date(Account.CustomerStatusSince) is { } since && day.Date < since.Date)
            fields[Field] = FieldValue.OfChoice("active");
    }
}
