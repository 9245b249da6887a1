using System;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// What one rule across customers accrues for a partner in one role: the total is rated and rounded once, then divided over the
/// customers in proportion to what they measured in the window, and what each has booked before is subtracted.
/// </summary>
internal sealed class AcrossAccrual
{
    private readonly BoundProgram program;
    private readonly PartnerCase partner;
    private readonly Facts facts;
    private readonly CustomerMeasure[] customers;
    private readonly decimal[] results;

    public AcrossAccrual(BoundProgram program, CommissionRule rule, string role, PartnerCase partner, Facts facts)
    {
        this.program = program;
        this.partner = partner;
        this.facts = facts;
        Rule = rule;
        Role = role;
        customers = [.. partner.Customers
            .Select(customer => CustomerMeasure.Of(customer, rule, partner.PartnerKey, role)).OfType<CustomerMeasure>()
            .OrderBy(customer => customer.Customer.CustomerKey, StringComparer.Ordinal)];
        Total = Result(null);
        results = LargestRemainder.Divide(Total, program.Rounding.Digits, Weights());
    }

    public CommissionRule Rule { get; }

    public string Role { get; }

    /// <summary>The rounded result of the window so far, over all customers.</summary>
    public decimal Total { get; }

    public int Count => customers.Length;

    public Earning Line(int i, Func<Finding> derivation) => new(Rule, derivation)
    {
        PartnerKey = partner.PartnerKey,
        Role = Role,
        CustomerKey = customers[i].Customer.CustomerKey,
        Window = program.FiscalYear.WindowOf(partner.Month, Rule.WindowMonths),
        Measure = customers[i].Measure,
        Credited = customers[i].Credited,
        Booked = customers[i].Before.Uncapped,
        Amount = Amount(i),
        Held = Rule.Held(Amount(i), program.Rounding.Digits),
    };

    /// <summary>Notes how the total came about, and what each customer gets of it.</summary>
    public void Derive(Trace trace)
    {
        var since = trace.Here;
        DeriveTotal(trace);
        for (var i = 0; i < customers.Length; i++)
            DerivePart(i, trace);
        trace.Limits(Rule);
        trace.AcrossTotal(since, Rule, partner, Role, Total, program.Currency);
    }

    /// <summary>Notes how the amount of one customer came about, by itself.</summary>
    public void Derive(int i, Trace trace)
    {
        var since = trace.Here;
        DeriveTotal(trace);
        trace.AcrossTotal(since, Rule, partner, Role, Total, program.Currency);
        DerivePart(i, trace);
        trace.Limits(Rule);
        if (Rule.Hold is { } hold)
            trace.Hold(hold, Amount(i), Rule.Held(Amount(i), program.Rounding.Digits));
        trace.AcrossEarning(since, Rule, partner, Role, customers[i].Name, Amount(i), program.Currency);
    }

    private decimal Amount(int i) => results[i] - customers[i].Before.Uncapped;

    private void DeriveTotal(Trace trace)
    {
        foreach (var customer in customers)
            trace.CustomerMeasured(Rule, customer.Name, customer.Measure, customer.Before.Measure);
        Result(trace);
    }

    private void DerivePart(int i, Trace trace) =>
        trace.CustomerPart(customers[i].Name, results[i], customers[i].Before.Uncapped, Amount(i));

    private decimal Result(Trace? trace)
    {
        var measure = Rational.Zero;
        var credited = Rational.Zero;
        foreach (var customer in customers)
        {
            measure += customer.Window;
            credited += customer.Before.Credited + customer.Credited;
        }
        trace?.AcrossMeasure(measure);
        return Rule.Earn(measure, Share(measure, credited), facts, program.Rounding, trace);
    }

    // Of the window's months together; of the judged one where they measured nothing.
    private Rational Share(Rational measure, Rational credited)
    {
        if (measure.Sign != 0)
            return credited / measure;
        var now = customers.Aggregate(Rational.Zero, (sum, customer) => sum + customer.Measure);
        return now.Sign == 0 ? Rational.Zero : customers.Aggregate(Rational.Zero, (sum, customer) => sum + customer.Credited) / now;
    }

    private Rational[] Weights()
    {
        if (customers.Any(customer => customer.Window.Sign > 0))
            return [.. customers.Select(customer => Rational.Max(Rational.Zero, customer.Window))];
        return customers.Any(customer => customer.Window.Sign < 0)
            ? [.. customers.Select(customer => -customer.Window)]
            : [.. customers.Select(_ => Rational.One)];
    }
}
