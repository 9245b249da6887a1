using System;
using CrmAddon.Local.Messages.Writing;

namespace CrmAddon.Local.Formatting;

/// <summary>What the text of a value depends on beside the value.</summary>
/// <param name="Zone">The user's time zone.</param>
/// <param name="Currency">Currency of the row that the value is in.</param>
/// <param name="BaseCurrency">The organization's currency.</param>
/// <param name="PricingDigits">Digits of money columns that follow the organization's pricing precision.</param>
internal readonly record struct FormatContext(TimeZoneInfo Zone, Currency Currency, Currency BaseCurrency, int PricingDigits);
