using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Steps;
using CrmAddon.Conformance.Values;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Expecting;

/// <summary>The lines that say what is expected: of the operation above, or of the rows as they are now.</summary>
internal sealed class Expectations(World world)
{
    private static readonly string[] Words = ["expect", "fault", "more", "total", "row", "rows", "no", "trace", "access"];
    private bool _faultExpected;

    public static bool Reads(Block line) => !line.IsXml && Words.Contains(line.FirstWord);

    /// <summary>An operation begins: no fault of it is expected so far.</summary>
    public void Begin() => _faultExpected = false;

    /// <summary>An operation that failed, without a line that expects it, fails the case.</summary>
    public void Settle(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var outcome in outcomes.Where(o => o.Fault is not null && !_faultExpected))
        {
            throw outcome.Block.Error($"{outcome.Way}{Outcome.Show(outcome.Fault!)}");
        }
    }

    public void Check(Block line, IReadOnlyList<Outcome> outcomes)
    {
        if (line.FirstWord == "fault")
        {
            _faultExpected = true;
            Each(line, outcomes, Fault);
            return;
        }

        Settle(outcomes);
        switch (line.FirstWord)
        {
            case "row":
                Row(line);
                break;
            case "rows":
                Rows(line);
                break;
            case "no":
                NoRow(line);
                break;
            case "trace":
                Trace(line);
                break;
            case "access":
                Access(line);
                break;
            default:
                Each(line, outcomes, Result);
                break;
        }
    }

    private static void Each(Block line, IReadOnlyList<Outcome> outcomes, Action<Block, Outcome> check)
    {
        if (outcomes.Count == 0)
        {
            throw line.Error("there is nothing above of which this could be expected.");
        }

        foreach (var outcome in outcomes)
        {
            check(line, outcome);
        }
    }

    private static void Fault(Block line, Outcome outcome)
    {
        var words = line.Text["fault".Length..].Trim();
        var code = words.StartsWith("0x", StringComparison.Ordinal) ? words.Split(' ')[0] : null;
        var part = words[(code?.Length ?? 0)..].Trim().Unquote();
        if (outcome.Fault is not { } fault)
        {
            throw line.Error($"expected {line.Text}, but it succeeded{outcome.Way}.");
        }

        if ((code is not null && fault.ErrorCode != unchecked((int)uint.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
            || !(fault.Message ?? string.Empty).Contains(part, StringComparison.OrdinalIgnoreCase))
        {
            throw line.Error($"expected {line.Text}{outcome.Way}\nactual   {Outcome.Show(fault)}");
        }
    }

    private void Result(Block line, Outcome outcome)
    {
        switch (line.FirstWord)
        {
            case "more":
                Equal(line, outcome, outcome.Rows!.MoreRecords ? "yes" : "no");
                break;
            case "total":
                var total = outcome.Rows!.TotalRecordCount.ToString(CultureInfo.InvariantCulture);
                Equal(line, outcome, outcome.Rows.TotalRecordCountLimitExceeded ? total + "+" : total);
                break;
            case "expect" when line.Text.StartsWith("expect batch", StringComparison.Ordinal):
                Equal(line, outcome, Batches.Show(outcome.Response!));
                break;
            case "expect" when line.Text["expect".Length..].AtEquals() is var (name, wanted):
                var value = outcome.Response!.Results.TryGetValue(name, out var found) ? found : null;
                if (!ValueMatch.Is(line, value, wanted, null, world.Names))
                {
                    throw line.Error($"expected {name} = {wanted}\nactual   {name} = {ValueText.Of(value, world.Names)}");
                }

                break;
            default:
                ExpectRows(line, outcome);
                break;
        }
    }

    private void ExpectRows(Block line, Outcome outcome)
    {
        var rows = outcome.Rows ?? throw line.Error("the line above gives no rows.");
        var how = line.Text["expect".Length..].Trim();
        if (how.EndsWith("rows", StringComparison.Ordinal) || how is "nothing" or "1 row")
        {
            var count = how == "nothing" ? 0 : int.Parse(how.Split(' ')[0], CultureInfo.InvariantCulture);
            if (rows.Entities.Count != count)
            {
                throw line.Error($"expected {how}{outcome.Way}, actual {rows.Entities.Count}.");
            }

            return;
        }

        var inOrder = how switch
        {
            "in order" => true,
            "in any order" => false,
            "" => outcome.Block.Text.Contains("<order", StringComparison.Ordinal) || outcome.Block.Text.Contains("order by", StringComparison.Ordinal)
                || outcome.Block.Children.Exists(c => c.Text.Contains("<order", StringComparison.Ordinal)),
            _ => throw line.Error($"'expect {how}' is nothing that can be expected."),
        };
        Compare(line, new RowTable(line, world.Metadata, world.Names), rows.Entities, inOrder, outcome.Way);
    }

    private static void Compare(Block line, RowTable table, IReadOnlyList<Entity> rows, bool inOrder, string way)
    {
        if (table.Compare(rows, inOrder) is { } difference)
        {
            throw line.Error($"the rows differ{way}{(inOrder ? string.Empty : " (in any order)")}:\n{difference}");
        }
    }

    private static void Equal(Block line, Outcome outcome, string actual)
    {
        var wanted = line.Text.AtColon().After;
        if (wanted != actual)
        {
            throw line.Error($"expected {line.Text}{outcome.Way}\nactual   {actual}");
        }
    }

    /// <summary><c>row A: name=Contoso, revenue=</c>: what is stored of a row now.</summary>
    private void Row(Block line)
    {
        var (heading, values) = line.Text.AtColon();
        var reference = world.Names.Read(line, heading["row".Length..].Trim());
        var expected = (values ?? string.Empty).At(',').Where(v => v.Length > 0).Select(v => v.AtEquals() ?? throw line.Error($"'{v}' is no COLUMN=VALUE.")).ToList();
        var row = Stored(reference, [.. expected.Select(e => e.Name.AtParentheses().Name).Distinct()]) ?? throw line.Error("the row does not exist.");
        var table = new Block(line.File, line.Line, 0, line.Text);
        table.Children.Add(new Block(line.File, line.Line, 1, string.Join(" | ", expected.Select(e => e.Name))));
        table.Children.Add(new Block(line.File, line.Line, 1, string.Join(" | ", expected.Select(e => e.Value == "null" ? string.Empty : e.Value))));
        Compare(line, new RowTable(table, world.Metadata, world.Names), [row], inOrder: true, string.Empty);
    }

    /// <summary><c>rows of TABLE</c> with a table below: all that is stored now; <c>rows of TABLE: 3</c>: how many.</summary>
    private void Rows(Block line)
    {
        var (heading, count) = line.Text.AtColon();
        var name = heading["rows of ".Length..].Trim();
        var table = new RowTable(line, world.Metadata, world.Names);
        var query = new QueryExpression(name) { ColumnSet = new ColumnSet([.. table.Columns]) };
        var rows = world.System.RetrieveMultiple(query).Entities;
        if (count is { Length: > 0 })
        {
            if (rows.Count.ToString(CultureInfo.InvariantCulture) != count)
            {
                throw line.Error($"expected {line.Text}, actual {rows.Count}.");
            }

            return;
        }

        Compare(line, table, rows, inOrder: false, string.Empty);
    }

    /// <summary><c>no row A</c>.</summary>
    private void NoRow(Block line)
    {
        if (Stored(world.Names.Read(line, line.Text["no row".Length..].Trim()), []) is not null)
        {
            throw line.Error("the row exists.");
        }
    }

    private Entity? Stored(EntityReference row, string[] columns)
    {
        try
        {
            return (Entity)world.System.Execute(new OrganizationRequest("Retrieve") { ["Target"] = row, ["ColumnSet"] = new ColumnSet(columns) })["Entity"]!;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode is unchecked((int)0x80040217) or unchecked((int)0x80060891))
        {
            return null;
        }
    }

    /// <summary>What steps traced since the last such line.</summary>
    private void Trace(Block line)
    {
        var actual = new List<string>();
        while (world.Traces.TryDequeue(out var text))
        {
            actual.Add(text);
        }

        var expected = line.Children.Select(c => world.Fill(c, c.Text.Unquote())).ToList();
        if (line.Text == "trace nothing" ? actual.Count > 0 : !expected.SequenceEqual(actual))
        {
            throw line.Error($"expected trace\n  {string.Join("\n  ", expected)}\nactual trace\n  {string.Join("\n  ", actual)}");
        }
    }

    /// <summary><c>access of USER to ROW: read, write</c>.</summary>
    private void Access(Block line)
    {
        var (heading, rights) = line.Text.AtColon();
        var words = heading["access of ".Length..].Split(" to ", StringSplitOptions.TrimEntries);
        var response = world.System.Execute(new OrganizationRequest("RetrievePrincipalAccess")
        {
            ["Target"] = world.Names.Read(line, words[1]),
            ["Principal"] = world.Names.Read(line, words[0]),
        });
        var actual = (AccessRights)response.Results["AccessRights"]!;
        var wanted = Sharing.Rights(line, rights == "none" ? string.Empty : rights ?? string.Empty);
        if (actual != wanted)
        {
            throw line.Error($"expected {wanted}\nactual   {actual}");
        }
    }
}
