using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>Reads a sales pipeline file line by line; a line that can't be understood is told as a refusal and the rest goes on.</summary>
public sealed class DealFile
{
    private static readonly string[] Needed =
        ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"];

    // What reading puts in the place of bytes that are no UTF-8.
    private const char Unreadable = '\uFFFD';

    private readonly string path;
    private readonly Action<Refusal> refuse;

    /// <summary>Lines after the heading that were read so far, whatever became of them.</summary>
    public long LinesRead { get; private set; }

    /// <summary>Prepares to read.</summary>
    /// <param name="path">The CSV file, UTF-8, with a heading line.</param>
    /// <param name="refuse">Receives each line that is set aside.</param>
    public DealFile(string path, Action<Refusal> refuse)
    {
        this.path = path;
        this.refuse = refuse;
    }

    /// <summary>The rows in the order of the file; one is in memory at a time.</summary>
    /// <exception cref="TrialStoppedException">The file can't be read or lacks a column.</exception>
    public IEnumerable<DealRow> Rows()
    {
        bool malformed = false;
        using CsvReader csv = CsvReader.Create(Open(), new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            NormalizeHeaderName = heading => heading.Trim().ToLowerInvariant(),
            OnMalformedRecord = _ => malformed = true,
        });
        csv.ReadHeader();
        CheckHeading(csv.Headers);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (; csv.Read(); malformed = false)
        {
            int line = (int)csv.LineNumber;
            LinesRead++;
            string? reason = malformed ? "A quote stands where none may be, or is not closed." : null;
            if (csv.FieldCount != csv.Headers.Count)
            {
                reason = string.Create(CultureInfo.InvariantCulture, $"The line has {csv.FieldCount} columns and the heading {csv.Headers.Count}.");
            }

            if (reason is not null || Understand(csv, line, out reason) is not { } row)
            {
                refuse(new Refusal(line, reason!));
            }
            else if (!seen.TryAdd(row.Number, line))
            {
                refuse(new Refusal(line, $"Deal {row.Number} stands already on line {seen[row.Number]}; a deal number may occur once."));
            }
            else
            {
                yield return row;
            }
        }
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TrialStoppedException($"The deals file {path} can't be read: {cause.Message}", cause);
        }
    }

    private void CheckHeading(IReadOnlyList<string> headings)
    {
        string[] columns = [.. headings.Select(one => one.Trim().ToLowerInvariant())];
        string[] missing = [.. Needed.Except(columns, StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            throw new TrialStoppedException(
                $"The deals file {path} lacks the column{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)}. Its first line must name, separated by commas, {string.Join(", ", Needed)}.");
        }

        if (Needed.FirstOrDefault(needed => columns.Count(column => column == needed) > 1) is { } twice)
        {
            throw new TrialStoppedException($"The deals file {path} names the column {twice} twice in its first line; name it once.");
        }
    }

    private static DealRow? Understand(CsvReader csv, int line, out string? reason)
    {
        string number = Field(csv, "opportunity_id");
        string stageText = Field(csv, "deal_stage");
        reason = null;
        if (number.Length is 0 or > 40)
        {
            reason = "The deal has no number of 1 to 40 characters in opportunity_id.";
        }
        else if (number.Any(letter => char.IsControl(letter) || letter == Unreadable))
        {
            reason = "The number in opportunity_id holds a character that can't be read; save the file as text in UTF-8.";
        }
        else if (!Enum.TryParse(stageText, ignoreCase: true, out DealStage stage) || !Enum.IsDefined(stage))
        {
            reason = $"'{stageText}' is no stage; deal_stage is Prospecting, Engaging, Won or Lost.";
        }
        else if (!TryDate(Field(csv, "engage_date"), out DateTime? engaged) || !TryDate(Field(csv, "close_date"), out DateTime? closed))
        {
            reason = "A date is not written as 2017-03-01.";
        }
        else if (!TryMoney(Field(csv, "close_value"), out decimal? value))
        {
            reason = $"'{Field(csv, "close_value")}' in close_value is no amount such as 1054 or 1054.50 (zero or more, at most two decimals).";
        }
        else if (stage is DealStage.Won or DealStage.Lost && closed is null)
        {
            reason = $"The deal is {stage} but has no close_date.";
        }
        else if (stage == DealStage.Won && value is null)
        {
            reason = "The deal is won but has no close_value.";
        }
        else
        {
            return new DealRow(line, number, Field(csv, "sales_agent"), Field(csv, "product"), Field(csv, "account"), stage, engaged, closed, value);
        }

        return null;
    }

    private static string Field(CsvReader csv, string column) => csv.GetString(column).Trim();

    private static bool TryDate(string text, out DateTime? date)
    {
        date = null;
        if (text.Length == 0)
        {
            return true;
        }

        bool understood = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime parsed);
        date = understood ? parsed : null;
        return understood;
    }

    private static bool TryMoney(string text, out decimal? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        bool understood = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal parsed)
            && parsed == decimal.Round(parsed, 2) && parsed <= 100_000_000_000m;
        value = understood ? parsed : null;
        return understood;
    }
}
