using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Rates and precisions of the currencies, and amounts in the organization's base currency.</summary>
internal sealed class Currencies
{
    public const string Table = "transactioncurrency";
    private const string OrganizationTable = "organization";
    private const string UserTable = "systemuser";
    private const string PricingPrecision = "pricingdecimalprecision";
    private readonly Organization _organization;
    private readonly Dictionary<Guid, Currency> _cache = [];
    private readonly Dictionary<Guid, Guid> _ofUsers = [];
    private int? _pricingDigits;

    public Currencies(Organization organization)
    {
        _organization = organization;
        organization.Transactions.RolledBack += Forget;
        organization.Rows.Changed += (table, _) =>
        {
            if (table is Table or OrganizationTable or UserTable)
            {
                Forget();
            }
        };
    }

    public Currency Base => Find(_organization.Ids.BaseCurrency);

    /// <summary>Digits of money columns whose precision is the organization's pricing precision.</summary>
    public int PricingDigits => _pricingDigits ??= ReadPricingDigits();

    public Currency Find(Guid id)
    {
        if (!_cache.TryGetValue(id, out var currency))
        {
            currency = Read(id);
            _cache.Add(id, currency);
        }

        return currency;
    }

    /// <summary>The currency of the rows that a user creates, unless they say another.</summary>
    public Currency Of(Guid user)
    {
        if (!_ofUsers.TryGetValue(user, out var currency))
        {
            var table = _organization.Table(UserTable);
            var row = table.Find(MoneyColumns.Currency) is { } column ? _organization.Rows.Read(table, user, [column]) : null;
            currency = row?.GetAttributeValue<EntityReference>(MoneyColumns.Currency)?.Id ?? _organization.Ids.BaseCurrency;
            _ofUsers.Add(user, currency);
        }

        return Find(currency);
    }

    /// <summary>
    /// An amount in base currency: divided by the rate (units of the currency for one of the base), rounded half away from zero to the
    /// base currency's minor unit.
    /// </summary>
    public Money ToBase(Money amount, decimal rate) =>
        new(decimal.Round(amount.Value / rate, Base.Digits, MidpointRounding.AwayFromZero));

    private void Forget()
    {
        _cache.Clear();
        _ofUsers.Clear();
        _pricingDigits = null;
    }

    private int ReadPricingDigits()
    {
        var table = _organization.Table(OrganizationTable);
        return table.Find(PricingPrecision) is { } column
            ? _organization.Rows.Read(table, _organization.Ids.Organization, [column])?.GetAttributeValue<int?>(PricingPrecision) ?? 2
            : 2;
    }

    private Currency Read(Guid id)
    {
        var table = _organization.Table(Table);
        var row = _organization.Rows.Read(table, id, [table["exchangerate"], table["currencyprecision"], table["currencysymbol"]])
            ?? throw Faults.MissingRow(Table, id);
        var rate = row.GetAttributeValue<decimal?>("exchangerate") ?? 1m;
        return new Currency(id, rate > 0 ? rate : 1m, row.GetAttributeValue<int?>("currencyprecision") ?? 2, row.GetAttributeValue<string>("currencysymbol") ?? string.Empty);
    }
}

/// <summary>A currency: units of it for one of the base currency, digits of its minor unit, and its symbol.</summary>
internal sealed record Currency(Guid Id, decimal Rate, int Digits, string Symbol);
