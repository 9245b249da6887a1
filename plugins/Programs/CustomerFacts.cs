using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Programs;

/// <summary>What the rules may ask of a customer's row.</summary>
internal static class CustomerFacts
{
    private static readonly VocabularyFields Fields = new(Account.Table);

    /// <summary>Columns to load.</summary>
    public static string[] Columns { get; } =
    [
        .. new HashSet<string>([Account.Name, Account.CustomerStatusSince, Opportunity.Currency, Opportunity.ExchangeRate, .. Fields.Columns]),
    ];

    /// <summary>The customer's fields in the program's currency, with the status as it was at the end of a month.</summary>
    public static Dictionary<string, FieldValue> Of(RulesInForce rules, Entity customer, Month month)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        Fields.Read(
            customer, fields,
            amount => rules.Program.Convert(amount, customer.Lookup(Opportunity.Currency),
                customer.GetAttributeValue<decimal?>(Opportunity.ExchangeRate), rules.Rules.MinorDigits),
            _ => null);
        CustomerStatus.AsOf(customer, fields, month.LastDay);
        return fields;
    }
}
