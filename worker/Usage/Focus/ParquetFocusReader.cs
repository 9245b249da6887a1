using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Parquet;
using Parquet.Schema;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>
/// Reads FOCUS as Apache Parquet, one row group at a time and of that only the columns that matter: the memory it takes is that
/// of the file's largest row group, not of the file.
/// </summary>
internal sealed class ParquetFocusReader : IFocusReader
{
    private readonly ParquetReader _parquet;
    private readonly DataField[] _fields;
    private readonly Dictionary<FocusColumn, ParquetColumn> _columns = [];
    private int _groups;
    private int _row;
    private int _rows;
    private long _line;

    public ParquetFocusReader(Stream stream)
    {
        try
        {
            // Costs may have more digits than a decimal holds.
            _parquet = ParquetReader.CreateAsync(stream, new ParquetOptions { UseBigDecimal = true }).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // On a damaged file the library fails in whatever way the damage leads it to.
            throw new UsageFileException(
                "This is no whole Parquet file: its end is missing or damaged. Nothing was imported; fetch the file again.", e);
        }

        _fields = [.. _parquet.Schema.Fields.OfType<DataField>().Where(field => !field.IsArray)];
        Header = FocusHeader.Of([.. _fields.Select(field => field.Name)]);
    }

    public FocusHeader Header { get; }

    /// <summary>Always false: the index of a Parquet file stands at its end, so that a file cut short can't be opened.</summary>
    public bool EndsInsideRow => false;

    public bool Read(FocusRecord record)
    {
        while (_row == _rows)
        {
            if (_groups == _parquet.RowGroupCount)
                return false;
            ReadGroup(_groups++);
        }

        record.Clear(++_line);
        foreach (var (column, values) in _columns)
            record[column] = values.Text(_row);
        record.Raw = () => string.Join(',', _columns.Select(column => $"{column.Key}={record[column.Key]}"));
        _row++;
        return true;
    }

    public void Dispose() => _parquet.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void ReadGroup(int index)
    {
        using var group = _parquet.OpenRowGroupReader(index);
        _row = 0;
        _rows = checked((int)group.RowCount);
        foreach (var (column, position) in Header.Positions)
        {
            try
            {
                _columns[column] = ParquetColumn.Read(group, _fields[position]);
            }
            catch (Exception e) when (e is not (UsageFileException or OutOfMemoryException))
            {
                throw new UsageFileException(
                    $"The column {_fields[position].Name} of this Parquet file is damaged. Nothing was imported; fetch the file again.", e);
            }
        }
    }
}
