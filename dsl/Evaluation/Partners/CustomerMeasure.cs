using System;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What one customer measured for a rule across customers: in the judged month, and in the window's months before.</summary>
internal sealed record CustomerMeasure(PartnerCustomer Customer, decimal Measure, decimal Credited, Carried Before)
{
    public string Name => Customer.CustomerName ?? Customer.CustomerKey;

    /// <summary>The measure of the window so far.</summary>
    public Rational Window => (Rational)Before.Measure + Measure;

    /// <summary>The customer's measure; null where no month of the window measured anything.</summary>
    public static CustomerMeasure? Of(PartnerCustomer customer, CommissionRule rule, string partner, string role)
    {
        var measure = 0m;
        var credited = 0m;
        var any = false;
        foreach (var line in customer.Lines)
        {
            if (!IsOf(line, rule, partner) || !string.Equals(line.Role, role, StringComparison.Ordinal))
                continue;
            measure += line.Measure;
            credited += line.Credited;
            any = true;
        }
        var before = Carried.Of(customer.Booked, rule, partner, role, "");
        return any || !before.IsNothing ? new CustomerMeasure(customer, measure, credited, before) : null;
    }

    public static bool IsOf(Measured line, CommissionRule rule, string partner) =>
        string.Equals(line.Rule, rule.Name, StringComparison.Ordinal)
        && string.Equals(line.PartnerKey, partner, StringComparison.Ordinal);
}
