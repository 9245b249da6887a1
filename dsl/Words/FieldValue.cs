using System;
using System.Globalization;

namespace CrmAddon.Rules;

/// <summary>What a field holds in one case, or that it is missing (the default value).</summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly FieldType type;
    private readonly decimal number;
    private readonly string? text;

    private FieldValue(FieldType type, decimal number, string? text)
    {
        IsKnown = true;
        this.type = type;
        this.number = number;
        this.text = text;
    }

    /// <summary>Nothing is known.</summary>
    public static FieldValue Missing => default;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown { get; }

    /// <summary>The kind of value; meaningless when missing. A number stands for money and percent too.</summary>
    public FieldType Type => type;

    internal decimal Quantity => number;

    /// <summary>The value as it is compared by name: a choice, a text, a partner's key, yes or no.</summary>
    internal string AsName => text ?? (type == FieldType.YesNo ? (number != 0 ? "yes" : "no") : "");

    /// <summary>A number, an amount in the program's currency, or a rate (0.15 for 15%).</summary>
    public static FieldValue OfNumber(decimal value) => new(FieldType.Number, value, null);

    /// <summary>Free text; null is missing.</summary>
    public static FieldValue OfText(string? value) => value is null ? Missing : new(FieldType.Text, 0, value);

    /// <summary>A choice by its name in the language, such as <c>co_sell</c>; null is missing.</summary>
    public static FieldValue OfChoice(string? name) => name is null ? Missing : new(FieldType.Choice, 0, name);

    /// <summary>Yes or no.</summary>
    public static FieldValue OfYesNo(bool value) => new(FieldType.YesNo, value ? 1 : 0, null);

    /// <summary>A calendar day; the time of day is dropped.</summary>
    public static FieldValue OfDate(DateTime day) => new(FieldType.Date, day.Date.Ticks / TimeSpan.TicksPerDay, null);

    /// <summary>A partner by key; null is missing.</summary>
    public static FieldValue OfPartner(string? key) => key is null ? Missing : new(FieldType.Partner, 0, key);

    /// <inheritdoc/>
    public bool Equals(FieldValue other) =>
        IsKnown == other.IsKnown && type == other.type && number == other.number
        && string.Equals(text, other.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        text is null ? number.GetHashCode() : StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The value as culture-invariant text; <c>missing</c> when there is none.</summary>
    public override string ToString() => !IsKnown ? "missing" : type switch
    {
        FieldType.YesNo => number != 0 ? "yes" : "no",
        FieldType.Date => new DateTime((long)number * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Money or FieldType.Number or FieldType.Percent => number.ToString(CultureInfo.InvariantCulture),
        _ => text ?? "",
    };

    /// <summary>Whether both hold the same.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
