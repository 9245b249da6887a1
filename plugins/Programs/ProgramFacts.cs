using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Programs;

/// <summary>What the plug-ins need to know of a partner program.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Code">Its code, which keys are made of.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Currency">The currency of all of its money.</param>
/// <param name="IsoCode">The currency's ISO 4217 code.</param>
/// <param name="ExchangeRate">Units of the currency for one unit of the organisation's base currency.</param>
/// <param name="OpenMonth">The first month whose books are open.</param>
internal sealed record ProgramFacts(
    Guid Id, string Code, string Name, EntityReference Currency, string IsoCode, decimal ExchangeRate, Month OpenMonth)
{
    /// <summary>Alias of the linked currency.</summary>
    public const string CurrencyAlias = "programcurrency";

    public static string[] Columns { get; } = [Program.Code, Program.Name, Program.Currency, Program.OpenMonth];

    public static string[] CurrencyColumns { get; } = [Tables.Currency.IsoCode, Tables.Currency.ExchangeRate];

    /// <summary>Reads the columns of the program and, under their alias, of its currency.</summary>
    public static ProgramFacts Of(Guid id, Entity program, Entity currency) => new(
        id,
        program.Text(Program.Code),
        program.Text(Program.Name),
        program.GetAttributeValue<EntityReference?>(Program.Currency) ?? throw new Refusal(
            "program.no-currency", ("program", program.Text(Program.Name))),
        currency.Text(Tables.Currency.IsoCode),
        currency.GetAttributeValue<decimal?>(Tables.Currency.ExchangeRate) ?? 1m,
        program.Month(Program.OpenMonth) ?? default);

    /// <summary>A program, whether active or not.</summary>
    public static ProgramFacts One(IOrganizationService service, Guid id) => All(service, query => query.Where(Program.Id, id)).Single();

    /// <summary>The programs that a query finds, by code.</summary>
    public static IReadOnlyList<ProgramFacts> All(IOrganizationService service, Func<QueryExpression, QueryExpression> restrict)
    {
        var query = restrict(Queries.From(Program.Table, Columns));
        query.Outer(Program.Currency, Tables.Currency.Table, Tables.Currency.Id, CurrencyAlias, CurrencyColumns);
        query.AddOrder(Program.Code, OrderType.Ascending);
        return service.All(query).Select(row => Of(row.Id, row, row.Linked(CurrencyAlias))).ToList();
    }

    /// <summary>
    /// An amount in the program's currency. A foreign amount is converted at the rate stored with it and rounded half to even to
    /// the minor unit of the rules.
    /// </summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">Its currency; none means the program's.</param>
    /// <param name="rate">Units of that currency for one unit of the base currency, as stored with the amount.</param>
    /// <param name="minorDigits">Decimals of the program's currency.</param>
    public decimal Convert(decimal amount, Guid? currency, decimal? rate, int minorDigits) =>
        currency is null || currency == Currency.Id
            ? amount
            : Math.Round(amount / (rate is > 0m ? rate.Value : 1m) * ExchangeRate, minorDigits, MidpointRounding.ToEven);
}
