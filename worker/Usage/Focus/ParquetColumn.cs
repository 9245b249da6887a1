using System;
using System.Globalization;
using System.Text;
using System.Threading.Tasks;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>
/// The values of one column in one row group, given as the text that a CSV export of the same data would have. Binary floating
/// point numbers become the shortest decimal that stands for them (0.1 and not 0.1000000000000000055...).
/// </summary>
internal sealed class ParquetColumn
{
    private const string Time = "yyyy-MM-ddTHH:mm:ssZ";

    private readonly Func<int, string?> _text;

    private ParquetColumn(Func<int, string?> text) => _text = text;

    public string? Text(int row) => _text(row);

    public static ParquetColumn Read(ParquetRowGroupReader group, DataField field)
    {
        var culture = CultureInfo.InvariantCulture;
        var type = field.ClrType;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => OfText(group, field),
            TypeCode.DateTime => Of<DateTime>(group, field, value => value.ToString(Time, culture)),
            TypeCode.Double => Of<double>(group, field, value => value.ToString("R", culture)),
            TypeCode.Single => Of<float>(group, field, value => value.ToString("R", culture)),
            TypeCode.Decimal => Of<decimal>(group, field, value => value.ToString(culture)),
            TypeCode.Int64 => Of<long>(group, field, value => value.ToString(culture)),
            TypeCode.Int32 => Of<int>(group, field, value => value.ToString(culture)),
            _ when type == typeof(BigDecimal) => Of<BigDecimal>(group, field, Digits),
            _ when type == typeof(DateOnly) => Of<DateOnly>(group, field, value => value.ToString("yyyy-MM-dd", culture)),
            _ when type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>) => OfBytes(group, field),
            _ when type == typeof(ReadOnlyMemory<char>) => OfText(group, field),
            _ => throw new UsageFileException(
                $"The column {field.Name} has the Parquet type {type.Name}, which stands for no text, number or date."),
        };
    }

    private static ParquetColumn OfText(ParquetRowGroupReader group, DataField field)
    {
        var values = new string?[group.RowCount];
        Wait(group.ReadAsync(field, values.AsMemory()!));
        return new ParquetColumn(row => values[row]);
    }

    private static ParquetColumn OfBytes(ParquetRowGroupReader group, DataField field)
    {
        var values = new byte[]?[group.RowCount];
        Wait(group.ReadAsync(field, values.AsMemory()!));
        return new ParquetColumn(row => values[row] is { } bytes ? Encoding.UTF8.GetString(bytes) : null);
    }

    private static ParquetColumn Of<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        if (field.IsNullable)
        {
            var values = new T?[group.RowCount];
            Wait(group.ReadAsync(field, values.AsMemory()));
            return new ParquetColumn(row => values[row] is { } value ? text(value) : null);
        }
        else
        {
            var values = new T[group.RowCount];
            Wait(group.ReadAsync(field, values.AsMemory()));
            return new ParquetColumn(row => text(values[row]));
        }
    }

    private static string Digits(BigDecimal value) =>
        value.UnscaledValue.ToString(CultureInfo.InvariantCulture) + "E-" + value.Scale.ToString(CultureInfo.InvariantCulture);

    // The library reads asynchronously only; an import is one thread that waits for its file.
    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();
}
