using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Steps;
using CrmAddon.Conformance.Values;

namespace CrmAddon.Conformance.Expecting;

/// <summary>The lines that say what is expected: of the operation above, or of the rows as they are now.</summary>
internal sealed class Expectations(World world)
{
    private readonly StateExpectations _state = new(world);
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
                _state.Row(line);
                break;
            case "rows":
                _state.Rows(line);
                break;
            case "no":
                _state.NoRow(line);
                break;
            case "trace":
                _state.Trace(line);
                break;
            case "access":
                _state.Access(line);
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
        new RowTable(line, world.Metadata, world.Names).Check(rows.Entities, inOrder, outcome.Way);
    }

    private static void Equal(Block line, Outcome outcome, string actual)
    {
        var wanted = line.Text.AtColon().After;
        if (wanted != actual)
        {
            throw line.Error($"expected {line.Text}{outcome.Way}\nactual   {actual}");
        }
    }
}
