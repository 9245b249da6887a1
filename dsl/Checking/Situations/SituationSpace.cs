using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>
/// The finitely many situations that the conditions of some rules can tell apart: one value of each region for each thing that
/// they read, and every combination of these. Work is bounded: a space that is too large is sampled evenly.
/// </summary>
internal sealed class SituationSpace
{
    /// <summary>Combinations that are tried at most for one question.</summary>
    private const int Most = 20_000;

    // Coprime to any count that products of small counts give, so that a sample visits every axis evenly.
    private const long Stride = 1_000_003;

    private readonly BoundProgram program;
    private readonly Effort effort;
    private readonly int rules;
    private readonly Axis[] axes;
    private readonly long count;
    private readonly DateTime date;
    private readonly bool cutsAll;

    public SituationSpace(
        BoundProgram program, Effort effort, bool deal, IReadOnlyList<Condition> conditions, IReadOnlyList<EffectivePeriod> periods,
        IEnumerable<FieldSlot> read)
    {
        this.program = program;
        this.effort = effort;
        rules = Math.Max(conditions.Count, 1);
        var points = new CutPoints(conditions);
        foreach (var slot in read)
            points.Read(slot);
        if (points.AsksForActivity && program.Churn is { } churn)
            points.Include(churn);
        else if (points.AsksForActivity)
            points.Distinguish(program.Status, Churning.Active);
        date = periods.Select(period => period.From).Where(from => from is not null).DefaultIfEmpty(new DateTime(2026, 1, 1)).Max()!.Value;
        var builder = new AxisBuilder(program, date);
        axes = [.. AxisBuilder.Dates(periods), .. builder.Fields(points), .. deal ? builder.Registrations(points) : [],
            .. builder.Usage(points)];
        count = 1;
        foreach (var axis in axes)
            count = Math.Min(count * axis.Count, long.MaxValue / 1_000_000);
        cutsAll = points.AreComplete;
    }

    /// <summary>Whether every combination is tried, as far as there is effort left.</summary>
    public bool IsWhole => count <= Most && !effort.IsSpent;

    /// <summary>Whether what holds in none of the situations holds in no case at all.</summary>
    public bool IsComplete => cutsAll && IsWhole;

    public IEnumerable<Situation> All()
    {
        var tried = Math.Min(count, Most);
        for (var i = 0; i < tried && effort.Spend(rules); i++)
            yield return At(count <= Most ? i : (long)(((decimal)i * Stride) % count));
    }

    private Situation At(long index)
    {
        var fields = new FieldValue[program.Slots.Count];
        foreach (var slot in program.Slots)
            fields[slot.Index] = slot.OrWhenEmpty(default);
        var situation = new Situation(fields, date);
        foreach (var axis in axes)
        {
            axis.Apply(situation, (int)(index % axis.Count));
            index /= axis.Count;
        }
        return situation;
    }
}
