using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Rates and precisions of the currencies, and amounts in the organization's base currency.</summary>
internal sealed class Currencies
{
    public const string Table = "transactioncurrency";
    private readonly Organization _organization;
    private readonly Dictionary<Guid, Currency> _cache = [];

    public Currencies(Organization organization)
    {
        _organization = organization;
        organization.Transactions.RolledBack += _cache.Clear;
    }

    public Currency Base => Find(_organization.Ids.BaseCurrency);

    public Currency Find(Guid id)
    {
        if (!_cache.TryGetValue(id, out var currency))
        {
            currency = Read(id);
            _cache.Add(id, currency);
        }

        return currency;
    }

    /// <summary>Called when a currency was written.</summary>
    public void Forget() => _cache.Clear();

    /// <summary>
    /// An amount in base currency: divided by the rate (units of the currency for one of the base), rounded half away from zero to the
    /// base currency's minor unit.
    /// </summary>
    public Money ToBase(Money amount, decimal rate) =>
        new(decimal.Round(amount.Value / rate, Base.Digits, MidpointRounding.AwayFromZero));

    private Currency Read(Guid id)
    {
        var table = _organization.Table(Table);
        var row = _organization.Rows.Read(table, id, [table["exchangerate"], table["currencyprecision"]])
            ?? throw Faults.MissingRow(Table, id);
        var rate = row.GetAttributeValue<decimal?>("exchangerate") ?? 1m;
        return new Currency(id, rate > 0 ? rate : 1m, row.GetAttributeValue<int?>("currencyprecision") ?? 2);
    }
}

/// <summary>A currency: units of it for one of the base currency, and digits of its minor unit.</summary>
internal sealed record Currency(Guid Id, decimal Rate, int Digits);
