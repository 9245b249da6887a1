using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Collects the facts of an example, and refuses those that don't belong together.</summary>
internal sealed partial class ExampleCase(CheckContext context, BoundProgram program)
{
    private readonly List<CustomerFacts> customers = [];
    private readonly List<(GivenPartner Syntax, Dictionary<string, FieldValue> Fields)> partners = [];
    private readonly List<GivenItem> usage = [];
    private readonly List<GivenBooked> booked = [];
    private readonly List<GivenActive> active = [];
    private readonly Dictionary<string, FieldValue> partnerFields = [];
    private GivenDeal? deal;
    private GivenMonth? month;
    private GivenTierPartner? partner;
    private readonly Dictionary<string, FieldValue> registered = [];
    private GivenRegistration? registration;
    private GivenOwnShares? own;
    private GivenChurn? churn;
    private GivenCustomer? named;
    private string subject = "deal";
    private decimal amount;
    private bool good = true;

    private CustomerFacts Customer => customers[customers.Count - 1];

    /// <summary>The case; null when something was wrong and has been reported.</summary>
    public BuiltExample? Build(ExampleSyntax example)
    {
        customers.Add(new CustomerFacts(example.Name.Text));
        foreach (var item in example.Given)
            Add(item);
        CheckSubject(example);
        foreach (var (syntax, _) in partners.Where(given => given.Syntax.Alone && partners.Count > 1).Take(1))
            Report(Problems.ExampleWrong(syntax.Range, $"{syntax.Name.Text} is given as alone, and there are other partners"));
        if (usage.Sum(Given) > DealCase.LargestAmount)
            Report(Problems.ExampleWrong(example.Name.Range, "the usage that an example gives is at most 10,000,000,000,000,000 in all"));
        foreach (var item in month is null ? [] : usage)
            Use(item);
        var lines = booked.ConvertAll(Line);
        var shares = own is null ? null : Shares(own);
        if (!good)
            return null;
        return new BuiltExample
        {
            Deal = deal is null ? null : BuildDeal(example.Name.Text, deal, shares),
            Month = month?.Month,
            Customers = deal is null && partner is null ? [.. customers.Select(Build)] : [],
            Booked = lines,
            Partner = partner is null ? null : BuildPartner(),
            PartnerFigures = partner is null ? null : PartnerFigures(month!.Month),
            Churn = churn is null ? null : (churn.Customer?.Text ?? Customer.Key, churn.Month),
        };
    }

    private void CheckSubject(ExampleSyntax example)
    {
        if (partner is not null)
        {
            if (month is null || deal is not null)
                Report(Problems.ExampleWrong(partner.Range, "a partner's tier is decided for a month",
                    "begin with 'given month 2026-12 and partner with usage growth over 12 months 20%'"));
            return;
        }
        if (deal is null == month is null)
            Report(Problems.ExampleWrong(example.Name.Range, "an example gives either a deal or a month",
                "begin with 'given deal with amount 50,000' or 'given month 2026-03 and customer with usage 10,000'"));
        else if (deal is not null && usage.Count > 0)
            Report(Problems.ExampleWrong(example.Name.Range, "a deal has no usage", "give a month for an example about usage"));
        else if (deal is not null && customers.Count > 1)
            Report(Problems.ExampleWrong(named!.Range, "a deal has one customer"));
        else if (deal is null && registration is not null)
            Report(Problems.ExampleWrong(registration.Range, "a registration protects a deal, not usage"));
        else if (deal is null && own is not null)
            Report(Problems.ExampleWrong(own.Range, "only a deal has shares of its own"));
        foreach (var line in deal is null ? [] : booked)
            Report(Problems.ExampleWrong(line.Range, "a deal has no months before"));
        foreach (var one in active)
            Report(Problems.ExampleWrong(one.Range, "who was active is asked only for a partner's tier", "begin with 'given month 2026-12 and partner'"));
        if (churn?.Customer is { } name && customers.All(known => known.Key != name.Text))
            Report(Problems.ExampleWrong(name.Range, $"the example has no customer {name.Text}"));
    }

    private void Add(GivenItem item)
    {
        switch (item)
        {
            case GivenDeal given:
                deal = given;
                break;
            case GivenCustomer given:
                AddCustomer(given);
                break;
            case GivenMonth given:
                month = given;
                break;
            case GivenRegistration given:
                registration = given;
                break;
            case GivenPartner given:
                AddPartner(given);
                break;
            case GivenTierPartner given:
                partner = given;
                subject = "partner";
                break;
            case GivenUsage given:
                usage.Add(given);
                Owners[given] = Customer;
                break;
            case GivenProductUsage given:
                usage.Add(given);
                Owners[given] = Customer;
                break;
            case GivenBooked given:
                booked.Add(given);
                break;
            case GivenActive given:
                active.Add(given);
                break;
            case GivenOwnShares given:
                own = given;
                break;
            case GivenChurn given:
                churn = given;
                break;
            case GivenField given:
                AddField(given);
                break;
        }
    }

    // The month may be named after the usage, so usage is kept until all facts are read.
    private Dictionary<GivenItem, CustomerFacts> Owners { get; } = [];

    private void AddCustomer(GivenCustomer given)
    {
        subject = deal is null ? "customer" : "deal";
        if (given.Name is not { } name)
            return;
        if (named is null && !Owners.ContainsValue(Customer))
            customers.Clear();
        named = given;
        if (customers.Any(known => known.Key == name.Text))
            Report(Problems.ExampleWrong(name.Range, $"the customer {name.Text} is given twice"));
        customers.Add(new CustomerFacts(name.Text));
    }

    private void AddPartner(GivenPartner given)
    {
        if (!program.Roles.Contains(given.Role.Text))
            Report(Problems.UnknownRole(given.Role.Range, given.Role.Text, context.Bag.Nearest(given.Role.Text, program.Roles),
                program.Roles));
        partners.Add((given, []));
        subject = "partner";
    }

    private static decimal Given(GivenItem item) => item switch
    {
        GivenUsage { Figure: { Figure: UsageFigure.Total, Months: 1 }, Value: { } value } => Math.Abs(value),
        GivenProductUsage product => Math.Abs(product.Value),
        _ => 0,
    };

    private void Use(GivenItem item)
    {
        var customer = Owners[item];
        switch (item)
        {
            case GivenUsage { Figure: { Figure: UsageFigure.Total, Months: 1 }, Value: { } value } given
                when (given.In ?? month?.Month) is { } used:
                customer.Use(used, value);
                break;
            case GivenProductUsage given when (given.In ?? month?.Month) is { } used:
                customer.Use(used, given.Product.Text, given.Value);
                break;
            case GivenUsage given when given.In is not null || given.Figure is { Figure: UsageFigure.Total, Months: 1 }:
                Report(Problems.ExampleWrong(given.Range, "only the usage of a month is given for another month, and it is an amount"));
                break;
            case GivenUsage given when given.Figure.Figure == UsageFigure.Retention && partner is null:
                Report(Problems.ExampleWrong(given.Range, "retention is read only for a partner's tier"));
                break;
            case GivenUsage given:
                customer.Figures.Add(given);
                break;
        }
    }

    private void AddField(GivenField given)
    {
        var path = given.Field.IsSingleWord ? FullName(given.Field.Path) : given.Field.Path;
        if (!context.Vocabulary.TryFind(path, out var field))
        {
            Report(Problems.UnknownField(given.Field.Range, given.Field.Path, context.NearestField(path)));
            return;
        }
        if (ExampleValue.Of(field, given.Value) is not { } value)
            Report(ExampleValue.Wrong(field, given.Value));
        else if (path == "deal.amount")
            amount = value.Quantity;
        else if (path.StartsWith("registration.", StringComparison.Ordinal))
            registered[path] = value;
        else if (path.StartsWith("partner.", StringComparison.Ordinal))
            (partners.Count > 0 ? partners[partners.Count - 1].Fields : partnerFields)[path] = value;
        else
            Customer.Fields[path] = value;
    }

    // A field is named without its subject after the subject; what the last one does not have is the other's.
    private string FullName(string name) =>
        new[] { subject, deal is not null ? "deal" : "customer", "customer", partners.Count > 0 ? "partner" : subject }
            .Select(owner => owner + "." + name).FirstOrDefault(path => context.Vocabulary.TryFind(path) is not null)
        ?? subject + "." + name;

    private void Report(Diagnostic diagnostic)
    {
        good = false;
        context.Bag.Add(diagnostic);
    }
}
