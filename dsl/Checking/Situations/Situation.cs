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

    public bool CustomerIsActive { get; set; } = true;

    public UsageFigures Usage { get; } = new(new UsageHistory([]), AnyMonth);

    /// <summary>What distinguishes it, in words.</summary>
    public List<string> Words { get; } = [];

    public Facts Facts() => new()
    {
        Fields = Fields,
        BusinessDate = Date,
        RegistrationIsProtected = Registration?.IsProtectedOn(Date) ?? false,
        Usage = Usage,
        CustomerIsActive = CustomerIsActive,
    };
}
