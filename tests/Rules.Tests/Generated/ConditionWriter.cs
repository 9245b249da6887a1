using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>What a condition may read.</summary>
[Flags]
internal enum Reads
{
    Customer = 1,
    Deal = 2,
    Registration = 4,
    Usage = 8,
    Partner = 16,
    Retention = 32,
    Marketplace = 64,
}

/// <summary>Writes conditions. What may be missing or unknown is tested or answered, so that nearly all of them can be published.</summary>
internal sealed class ConditionWriter(Choices choices, IReadOnlyList<OwnField> fields)
{
    /// <summary>A condition over some of what may be read.</summary>
    public string Condition(Reads reads)
    {
        var tests = choices.Between(1, 4);
        var condition = "";
        for (var i = 0; i < tests; i++)
            condition = i == 0 ? Conjunct(reads) : condition + choices.Of(" and ", " or ") + Conjunct(reads);
        return condition;
    }

    /// <summary>A test that may stand beside others wherever they are joined.</summary>
    private string Conjunct(Reads reads) => choices.Below(6) switch
    {
        4 => "not " + Test(reads),
        5 => choices.Of("", "not ") + "(" + Test(reads) + choices.Of(" or ", " and ") + Test(reads) + ")",
        _ => Test(reads),
    };

    private string Test(Reads reads)
    {
        var kinds = Enum.GetValues<Reads>().Where(one => reads.HasFlag(one)).ToArray();
        return choices.Of(kinds) switch
        {
            Reads.Deal => Own("deal") ?? Deal(),
            Reads.Registration => Registration(),
            Reads.Marketplace => Marketplace(),
            Reads.Usage => Usage(),
            Reads.Retention => Unknown("retention over " + Months() + " " + Comparison() + " " + Choices.Percent(choices.Below(12_000))),
            Reads.Partner => Own("partner") ?? Partner(),
            _ => Own("customer") ?? Customer(),
        };
    }

    private string? Own(string owner)
    {
        var own = fields.Where(field => field.Owner == owner).ToArray();
        if (own.Length == 0 || choices.Once(2))
            return null;
        var field = choices.Of(own);
        return Known(field.Path, choices.Of(field.Tests));
    }

    private string Deal() => choices.Below(7) switch
    {
        0 => "deal.motion " + Is("direct", "co_sell", "resale", "managed_service"),
        1 => "deal.source " + Is("direct", "marketing", "referral", "partner", "marketplace"),
        2 => $"{Money()} {Comparison()} {choices.Amount(0)}",
        3 => "deal.sourcing_partner is " + choices.Of("known", "missing", "not known", "not missing"),
        4 => $"(deal.created is known and deal.won is known and deal.won - deal.created {Comparison()} {Days()})",
        5 => Known("deal.number", "is not \"D-1\""),
        _ => Known("deal.created", $"{Comparison()} 202{choices.Between(4, 7)}-0{choices.Between(1, 9)}-{choices.Between(10, 28)}"),
    };

    private string Money() => choices.Below(7) switch
    {
        0 => "deal.amount",
        1 => Choices.Percent(choices.Between(1, 20_000)) + " of deal.amount",
        2 => "deal.amount * " + choices.Amount(),
        3 => "(deal.amount - " + choices.Amount(0) + ") / " + Choices.Text(choices.Between(1, 9)),
        4 => "-deal.amount + " + choices.Amount(0),
        5 => "deal.amount / " + Choices.Text(choices.Between(1, 9)) + " * 3",
        _ => "(deal.amount)",
    };

    private string Registration() => choices.Below(3) switch
    {
        0 => "registration is protected",
        1 => "registration is not protected",
        _ => "(registration is protected and registration.protected_until " + Comparison() + " 2026-05-31)",
    };

    private string Marketplace() => choices.Below(3) switch
    {
        0 => "marketplace is known",
        1 => "(marketplace is known and marketplace.name " + Is("aws", "azure", "google") + ")",
        _ => Known("marketplace.amount", Comparison() + " " + choices.Amount(0)),
    };

    private string Customer() => choices.Below(5) switch
    {
        0 => "customer.status " + Is("active", "suspended", "cancelled"),
        1 => Known("customer.country", choices.Of("is \"DE\"", "is one of \"DE\", \"FR\", \"日本\"", "is not \"US\"")),
        2 => Known("customer.employees", Comparison() + " " + Choices.Text(choices.Below(2000))),
        3 => Known("customer.revenue", Comparison() + " " + choices.Amount(0)),
        _ => "customer.name is " + choices.Of("known", "missing"),
    };

    private string Partner() => choices.Below(3) switch
    {
        0 => "partner.tier " + Is("registered", "silver", "gold", "platinum"),
        1 => Known("partner.track", Is("isv", "reseller", "si", "msp")),
        _ => Known("partner.engaged", Comparison() + " 2025-06-30"),
    };

    private string Usage() => choices.Below(6) switch
    {
        0 => $"usage {Comparison()} {choices.Amount(0)}",
        1 => Unknown($"usage growth over {Months()} {Comparison()} {Choices.Percent(choices.Below(5000))}"),
        2 => Unknown($"usage {Comparison()} {Choices.Percent(choices.Below(20_000))} of average usage over {Months()}"),
        3 => $"(usage over {Months()} is known and usage over 12 months is known and usage over 12 months {Comparison()} {choices.Amount(0)})",
        4 => $"(usage {Comparison()} {choices.Amount(0)}, for {Months()} running, if unknown {choices.Of("no", "yes")})",
        _ => Unknown($"usage over {Months()} - usage {Comparison()} {choices.Amount(0)} + 1"),
    };

    private string Unknown(string test) => "(" + test + ", if unknown " + choices.Of("no", "yes") + ")";

    private string Known(string path, string test) => choices.Once(4)
        ? $"({path} is missing or {path} {test})"
        : $"({path} is known and {path} {test})";

    private string Is(params string[] names) => choices.Below(4) switch
    {
        0 => "is " + choices.Of(names),
        1 => "is not " + choices.Of(names),
        2 => "is one of " + string.Join(", ", choices.Some(2, names)[..2]),
        _ => "is not one of " + string.Join(", ", choices.Some(2, names)[..2]),
    };

    private string Comparison() => choices.Of(">", ">=", "<", "<=");

    private string Months() => choices.Between(1, 12) is var count && count == 1 ? "1 month" : Choices.Text(count) + " months";

    private string Days() => choices.Between(1, 400) is var count && count == 1 ? "1 day" : Choices.Text(count) + " days";
}
