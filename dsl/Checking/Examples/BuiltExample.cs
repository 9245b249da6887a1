using System.Collections.Generic;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>The case that an example describes: a deal, a month of one customer or of several, or a partner whose tier is asked.</summary>
internal sealed class BuiltExample
{
    public DealCase? Deal { get; init; }

    /// <summary>The judged month; null where the example is about no month.</summary>
    public Month? Month { get; init; }

    public IReadOnlyList<BuiltCustomer> Customers { get; init; } = [];

    /// <summary>What the windows of the judged month have booked before, by customer key.</summary>
    public IReadOnlyList<(string Customer, BookedLine Line)> Booked { get; init; } = [];

    public TierCase? Partner { get; init; }

    /// <summary>The partner's figures, with those that are stated.</summary>
    public UsageFigures? PartnerFigures { get; init; }

    /// <summary>The customer who churns, and when; null where none does.</summary>
    public (string Customer, Month Month)? Churn { get; init; }
}

/// <summary>One customer of an example about a month.</summary>
internal sealed class BuiltCustomer(CustomerFacts facts, IReadOnlyList<Participant> participants)
{
    private readonly UsageHistory history = facts.History();

    public string Key => facts.Key;

    public UsageHistory History => history;

    public IReadOnlyDictionary<string, FieldValue> Fields => facts.Fields;

    public IReadOnlyList<Participant> Participants => participants;

    /// <summary>The customer's month with what its windows have booked before.</summary>
    public UsageCase At(Month month, IReadOnlyList<BookedLine> booked) => new()
    {
        CustomerKey = facts.Key,
        Month = month,
        Usage = history,
        Products = facts.Products(month),
        Booked = booked,
        Fields = facts.Fields,
        Participants = participants,
    };

    /// <summary>The figures of a month; those that the example states hold for the judged one.</summary>
    public UsageFigures FiguresAt(Month month, bool judged) => facts.FiguresOf(history, month, judged);

    public bool Uses(string product) => facts.Has(product);
}
