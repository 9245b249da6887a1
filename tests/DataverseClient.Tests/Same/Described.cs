using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Whatever a service answers, as text in which nothing is left out and the order of columns doesn't matter.</summary>
internal static class Described
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + " " + date.Kind,
        decimal number => number.ToString("0.#############", CultureInfo.InvariantCulture) + "m",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Money money => $"Money({Of(money.Value)})",
        OptionSetValue option => $"Option({Of(option.Value)})",
        OptionSetValueCollection options => $"Options({string.Join(",", options.Select(option => option.Value))})",
        EntityReference row => $"Reference({row.LogicalName} {row.Id} {Of(row.Name)})",
        AliasedValue aliased => $"Aliased({aliased.EntityLogicalName}.{aliased.AttributeLogicalName} {Of(aliased.Value)})",
        Entity row => Row(row),
        EntityCollection rows => $"{rows.EntityName} more={rows.MoreRecords} total={rows.TotalRecordCount} exceeded={rows.TotalRecordCountLimitExceeded}\n"
            + string.Join("\n", rows.Entities.Select(Row)),
        PrincipalAccess share => $"{Of(share.Principal)} may {share.AccessMask}",
        OrganizationServiceFault fault => $"fault {fault.ErrorCode:X8} {fault.Message}"
            + (fault is ExecuteTransactionFault at ? $" at {at.FaultedRequestIndex}" : string.Empty),
        ExecuteMultipleResponseItem item => $"{item.RequestIndex}: {Of(item.Fault is null ? item.Response : item.Fault)}",
        OrganizationResponse response => $"{response.GetType().Name} {response.ResponseName} {{{string.Join("; ", response.Results
            .OrderBy(result => result.Key, StringComparer.Ordinal).Select(result => $"{result.Key}={Of(result.Value)}"))}}}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
        _ => value.GetType().FullName + " " + value,
    };

    /// <summary>What comes of a call: its answer or its refusal.</summary>
    public static string Outcome(Func<object?> call)
    {
        try
        {
            return Of(call());
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return "refused: " + Of(e.Detail);
        }
    }

    /// <summary>The refusal of a call that has to be refused.</summary>
    public static string Refusal(Action call) => Of(Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(call).Detail);

    private static string Row(Entity row) => $"{row.LogicalName} {row.Id} {Pairs(row.Attributes, Of)} as text {Pairs(row.FormattedValues, text => text)}";

    private static string Pairs<T>(IEnumerable<KeyValuePair<string, T>> pairs, Func<T, string> text) =>
        "{" + string.Join("; ", pairs.Where(pair => pair.Key != "versionnumber").OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={text(pair.Value)}")) + "}";
}
