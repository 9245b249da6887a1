using System;
using System.Collections.Generic;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>One combination of values that the conditions of some rules tell apart.</summary>
internal sealed class Situation(FieldValue[] fields, DateTime date)
{
    private static readonly Month AnyMonth = new(2026, 1);

    public FieldValue[] Fields { get; } = fields;

    public DateTime Date { get; set; } = date;

    public RegistrationFacts? Registration { get; set; }

    /// <summary>A stated figure holds for every month, so that conditions over several months can be met.</summary>
    public UsageFigures Usage { get; } = new(new UsageHistory([]), AnyMonth, everyMonth: true);

    /// <summary>What distinguishes it, in words.</summary>
    public List<string> Words { get; } = [];

    public Facts Facts(BoundProgram program)
    {
        var facts = new Facts
        {
            Fields = Fields,
            BusinessDate = Date,
            RegistrationIsProtected = Registration?.IsProtectedOn(Date) ?? false,
            Usage = Usage,
        };
        return facts.With(Churning.IsActive(program, facts));
    }
}
