using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>What a column accepts: types, lengths, ranges, choices and the existence of what a lookup points to.</summary>
internal sealed class ValueRules(Organization organization)
{
    // The platform's outer bounds, where a column declares none.
    private const decimal LargestDecimal = 100_000_000_000m;
    private static readonly DateTime EarliestDate = new(1753, 1, 1);

    /// <summary>The value as it is stored: empty text as none, decimals and money at the column's precision, references by id.</summary>
    public object? Check(TableMetadata table, ColumnMetadata column, object? value, int? currencyDigits = null)
    {
        if (value is null)
        {
            return null;
        }

        return column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => Text(table, column, As<string>(table, column, value)),
            ColumnType.WholeNumber => Number(table, column, As<int>(table, column, value), value),
            ColumnType.BigNumber => As<long>(table, column, value),
            ColumnType.Floating => Floating(table, column, As<double>(table, column, value)),
            ColumnType.Decimal => Decimal(table, column, As<decimal>(table, column, value)),
            ColumnType.Money => Money(table, column, As<Money>(table, column, value), currencyDigits),
            ColumnType.YesNo => As<bool>(table, column, value),
            ColumnType.DateTime => Date(table, column, As<DateTime>(table, column, value)),
            ColumnType.Choice or ColumnType.State or ColumnType.Status => Choice(table, column, As<OptionSetValue>(table, column, value)),
            ColumnType.Choices => Choices(table, column, As<OptionSetValueCollection>(table, column, value)),
            ColumnType.Lookup => Reference(table, column, As<EntityReference>(table, column, value)),
            ColumnType.Image => As<byte[]>(table, column, value) is { Length: > 0 } image ? image : null,
            ColumnType.File => throw Faults.FileColumn(table, column),
            _ => As<Guid>(table, column, value),
        };
    }

    private static T As<T>(TableMetadata table, ColumnMetadata column, object value) =>
        value is T typed ? typed : throw Faults.WrongType(table, column, value, typeof(T).Name);

    private static string? Text(TableMetadata table, ColumnMetadata column, string value)
    {
        if (column.MaxLength > 0 && value.Length > column.MaxLength)
        {
            throw Faults.TooLong(table, column, value.Length);
        }

        return value.Length == 0 ? null : value;
    }

    private static object Number(TableMetadata table, ColumnMetadata column, int value, object boxed) =>
        value >= (column.Min ?? int.MinValue) && value <= (column.Max ?? int.MaxValue)
            ? boxed
            : throw Faults.OutOfRange(table, column, value, column.Min, column.Max);

    private static double Floating(TableMetadata table, ColumnMetadata column, double value)
    {
        var (min, max) = (column.Min ?? -LargestDecimal, column.Max ?? LargestDecimal);
        return double.IsFinite(value) && value >= (double)min && value <= (double)max
            ? Math.Round(value, Math.Clamp(column.Precision, 0, 15), MidpointRounding.AwayFromZero)
            : throw Faults.OutOfRange(table, column, value, min, max);
    }

    private static decimal Decimal(TableMetadata table, ColumnMetadata column, decimal value)
    {
        var (min, max) = (column.Min ?? -LargestDecimal, column.Max ?? LargestDecimal);
        var rounded = decimal.Round(value, Math.Min(column.Precision, ExactDecimal.Digits), MidpointRounding.AwayFromZero);
        return rounded >= min && rounded <= max ? rounded : throw Faults.OutOfRange(table, column, value, min, max);
    }

    private static Money Money(TableMetadata table, ColumnMetadata column, Money value, int? currencyDigits)
    {
        var digits = column.PrecisionSource == MoneyPrecisionSource.Currency ? currencyDigits ?? column.Precision : column.Precision;
        var (min, max) = (Math.Max(column.Min ?? decimal.MinValue, -ExactMoney.Largest), Math.Min(column.Max ?? decimal.MaxValue, ExactMoney.Largest));
        var rounded = decimal.Round(value.Value, Math.Min(digits, ExactMoney.Digits), MidpointRounding.AwayFromZero);
        return rounded >= min && rounded <= max ? new Money(rounded) : throw Faults.OutOfRange(table, column, value.Value, min, max);
    }

    private static DateTime Date(TableMetadata table, ColumnMetadata column, DateTime value) =>
        value >= EarliestDate ? value : throw Faults.TooEarly(table, column, value, EarliestDate);

    private static OptionSetValue Choice(TableMetadata table, ColumnMetadata column, OptionSetValue value) =>
        column.Choice is null || column.Choice.Contains(value.Value) ? value : throw Faults.NoChoice(table, column, value.Value);

    private static OptionSetValueCollection? Choices(TableMetadata table, ColumnMetadata column, OptionSetValueCollection values)
    {
        foreach (var value in values)
        {
            Choice(table, column, value ?? throw Faults.Argument($"'{table.Name}.{column.Name}': one of the choices is null."));
        }

        return values.Count == 0 ? null : values;
    }

    private EntityReference Reference(TableMetadata table, ColumnMetadata column, EntityReference value)
    {
        var name = value.LogicalName is null && column.Targets.Count == 1 ? column.Targets[0] : value.LogicalName;
        if (name is null || (column.Targets.Count > 0 && !Contains(column, name)))
        {
            throw Faults.Argument(
                $"The lookup '{table.Name}.{column.Name}' points to {string.Join(" or ", column.Targets)}, not to '{value.LogicalName}'.");
        }

        var target = organization.Table(name);
        if (value.Id == Guid.Empty && value.KeyAttributes.Count > 0)
        {
            return new EntityReference(name, organization.Writer.Keys.Resolve(target, value));
        }

        if (!organization.Rows.Exists(target, value.Id))
        {
            throw Faults.MissingRow(name, value.Id);
        }

        return value.LogicalName is null ? new EntityReference(name, value.Id) : value;
    }

    private static bool Contains(ColumnMetadata column, string table)
    {
        for (var i = 0; i < column.Targets.Count; i++)
        {
            if (column.Targets[i] == table)
            {
                return true;
            }
        }

        return false;
    }
}
