using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>
/// Reads FOCUS as comma separated values (RFC 4180, UTF-8 or with a byte order mark). A quote that is never closed would make
/// one row of all that follows it; such a stretch is read again line by line, so that only the broken line is lost.
/// </summary>
internal sealed class CsvFocusReader : IFocusReader
{
    /// <summary>No row of a cost export is nearly this long (bytes); what is, is a quote without end.</summary>
    private const int LongestRow = 4 << 20;

    private readonly Queue<(long Line, string[] Fields, bool Malformed, string Raw)> _reread = [];
    private readonly EndWatch _stream;
    private readonly CsvReader _csv;
    private readonly int _columns;
    private bool _malformed;

    public CsvFocusReader(Stream stream)
    {
        _stream = new EndWatch(stream);
        _csv = CsvReader.Create(_stream, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = _ => _malformed = true,
        });
        _csv.ReadHeader();
        _columns = _csv.Headers.Count;
        if (_columns == 0)
            throw new UsageFileException("The file is empty: it has not even a header line.");
        Header = FocusHeader.Of(_csv.Headers);
    }

    public FocusHeader Header { get; }

    public bool EndsInsideRow { get; private set; }

    public bool Read(FocusRecord record)
    {
        if (_reread.TryDequeue(out var row))
        {
            record.Clear(row.Line);
            record.Raw = () => row.Raw;
            Fill(record, row.Fields.Length, row.Malformed, i => row.Fields[i]);
            return true;
        }

        _malformed = false;
        if (!Next())
            return false;
        if (_malformed && _csv.RawRecord.Contains((byte)'\n'))
        {
            ReadLineByLine(_csv.RawRecord.ToArray(), _csv.LineNumber);
            return Read(record);
        }

        record.Clear(_csv.LineNumber);
        record.Raw = () => Encoding.UTF8.GetString(_csv.RawRecord);
        Fill(record, _csv.FieldCount, _malformed, _csv.GetString);
        return true;
    }

    public void Dispose() => _csv.Dispose();

    private bool Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UsageFileException(
                $"The row that starts on line {e.LineNumber} never ends: a quote is not closed. Nothing was imported; repair the file " +
                "and import it again.", e);
        }
    }

    private void ReadLineByLine(byte[] stretch, long line)
    {
        var malformed = false;
        using var lines = CsvReader.Create(stretch, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => malformed = true,
        });
        for (; lines.Read(); malformed = false)
        {
            var fields = Enumerable.Range(0, lines.FieldCount).Select(lines.GetString).ToArray();
            _reread.Enqueue((line + lines.LineNumber - 1, fields, malformed, Encoding.UTF8.GetString(lines.RawRecord)));
        }
    }

    private void Fill(FocusRecord record, int fields, bool malformed, Func<int, string> field)
    {
        EndsInsideRow = (malformed || fields < _columns) && _stream.EndedWithoutLineBreak;
        if (fields != _columns)
            record.Defect = $"the row has {fields} columns and the header {_columns}";
        else if (malformed)
            record.Defect = "a quote stands where none may be";
        else
        {
            foreach (var (column, position) in Header.Positions)
                record[column] = field(position);
        }
    }
}
