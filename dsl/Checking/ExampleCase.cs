using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The case that an example describes: a deal, or a customer's month with the figures that it states.</summary>
internal sealed record BuiltExample(DealCase? Deal, UsageCase? Usage, UsageFigures? Figures);

/// <summary>Builds the case of an example out of its facts.</summary>
internal sealed class ExampleCase(CheckContext context, BoundProgram program)
{
    private readonly Dictionary<string, FieldValue> fields = [];
    private readonly List<(GivenPartner Syntax, Dictionary<string, FieldValue> Fields)> partners = [];
    private readonly Dictionary<Month, decimal> months = [];
    private readonly List<GivenUsage> figures = [];
    private GivenDeal? deal;
    private GivenCustomer? customer;
    private GivenMonth? month;
    private GivenRegistration? registration;
    private decimal amount;
    private bool good = true;

    /// <summary>The case; null when something was wrong and has been reported.</summary>
    public BuiltExample? Build(ExampleSyntax example)
    {
        foreach (var item in example.Given)
            Add(item);
        if (partners.FirstOrDefault(partner => partner.Syntax.Alone) is { Syntax: { } alone } && partners.Count > 1)
            Report(Problems.ExampleWrong(alone.Range, $"{alone.Name.Text} is given as alone, and there are other partners"));
        if (deal is null == month is null)
            Report(Problems.ExampleWrong(example.Name.Range, "an example gives either a deal or a month",
                "begin with 'given deal with amount 50,000' or 'given month 2026-03 and customer with usage 10,000'"));
        else if (deal is not null && (figures.Count > 0 || months.Count > 0))
            Report(Problems.ExampleWrong(example.Name.Range, "a deal has no usage", "give a month for an example about usage"));
        else if (deal is null && registration is not null)
            Report(Problems.ExampleWrong(registration.Range, "a registration protects a deal, not usage"));
        if (!good)
            return null;
        return deal is not null
            ? new BuiltExample(BuildDeal(example.Name.Text, deal), null, null)
            : BuildUsage(example.Name.Text, month!.Month);
    }

    private void Add(GivenItem item)
    {
        switch (item)
        {
            case GivenDeal given:
                deal = given;
                break;
            case GivenCustomer given:
                customer = given;
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
            case GivenUsage given:
                AddUsage(given);
                break;
            case GivenField given:
                AddField(given);
                break;
        }
    }

    private void AddPartner(GivenPartner given)
    {
        if (!program.Roles.Contains(given.Role.Text))
            Report(Problems.UnknownRole(given.Role.Range, given.Role.Text, context.Bag.Nearest(given.Role.Text, program.Roles),
                program.Roles));
        partners.Add((given, []));
    }

    private void AddUsage(GivenUsage given)
    {
        var isMonth = given.Figure.Figure == UsageFigure.Total && given.Figure.Months == 1;
        if (isMonth && given.Value is { } value && given.In is { } named)
            months[named] = value;
        else if (given.In is not null || (isMonth && given.Value is null))
            Report(Problems.ExampleWrong(given.Range, "only the usage of a month is given for another month, and it is an amount"));
        else
            figures.Add(given);
    }

    private void AddField(GivenField given)
    {
        var subject = partners.Count > 0 ? "partner" : customer is not null && deal is null ? "customer" : "deal";
        var path = given.Field.IsSingleWord ? FullName(given.Field.Path, subject) : given.Field.Path;
        if (!context.Vocabulary.TryFind(path, out var field))
        {
            Report(Problems.UnknownField(given.Field.Range, given.Field.Path, context.NearestField(path)));
            return;
        }
        if (Value(field, given.Value) is not { } value)
            return;
        if (path == "deal.amount")
            amount = value.Quantity;
        else if (path.StartsWith("partner.", StringComparison.Ordinal) && partners.Count > 0)
            partners[partners.Count - 1].Fields[path] = value;
        else
            fields[path] = value;
    }

    // A field is named without its subject after the subject; what the last one does not have is the other's.
    private string FullName(string name, string subject) =>
        new[] { subject, deal is not null ? "deal" : "customer", "customer" }
            .Select(owner => owner + "." + name).FirstOrDefault(path => context.Vocabulary.TryFind(path) is not null)
        ?? subject + "." + name;

    private FieldValue? Value(FieldDefinition field, Expression expression)
    {
        var word = expression is NameExpression { IsSingleWord: true } name ? name.Path : null;
        FieldValue? value = (field.Type, expression) switch
        {
            (FieldType.Money or FieldType.Number, NumberExpression { Currency: null } number) => FieldValue.OfNumber(number.Value),
            (FieldType.Money or FieldType.Number, NegativeExpression { Inner: NumberExpression { Currency: null } number }) =>
                FieldValue.OfNumber(-number.Value),
            (FieldType.Percent, PercentExpression percent) => FieldValue.OfNumber(percent.Rate),
            (FieldType.Date, DateExpression date) => FieldValue.OfDate(date.Day),
            (FieldType.Text, TextExpression text) => FieldValue.OfText(text.Text),
            (FieldType.Partner, TextExpression text) => FieldValue.OfPartner(text.Text),
            (FieldType.Partner, _) when word is not null => FieldValue.OfPartner(word),
            (FieldType.YesNo, _) when word is "yes" or "no" => FieldValue.OfYesNo(word == "yes"),
            (FieldType.Choice, _) when word is not null && (field.Choices.Count == 0 || field.Choices.Contains(word)) =>
                FieldValue.OfChoice(word),
            _ => null,
        };
        if (value is null)
            Report(Problems.ExampleWrong(expression.Range, $"{field.Path} is {ValueKinds.Of(field.Type).Named()}",
                field.Choices.Count > 0 ? $"the choices are {string.Join(", ", field.Choices)}" : null));
        return value;
    }

    private DealCase BuildDeal(string name, GivenDeal given)
    {
        var date = given.On ?? DefaultDate();
        return new DealCase
        {
            Key = name,
            Amount = amount,
            BusinessDate = date,
            IsWon = given.IsWon,
            Fields = fields,
            Participants = Participants(),
            Registration = registration is null ? null : new RegistrationFacts
            {
                PartnerKey = registration.Partner.Text,
                ProtectedFrom = date,
                ProtectedUntil = date,
            },
        };
    }

    private BuiltExample BuildUsage(string name, Month judged)
    {
        foreach (var given in figures.Where(given => given.Figure is { Figure: UsageFigure.Total, Months: 1 }))
            months[judged] = given.Value!.Value;
        var history = new UsageHistory(months);
        var stated = new UsageFigures(history, judged);
        foreach (var given in figures.Where(given => given.Figure is not { Figure: UsageFigure.Total, Months: 1 }))
            stated.State(given.Figure.Figure, given.Figure.Months, given.Value);
        var usage = new UsageCase { CustomerKey = name, Month = judged, Usage = history, Fields = fields, Participants = Participants() };
        return new BuiltExample(null, usage, stated);
    }

    private Participant[] Participants() => [.. partners.Select(partner => new Participant
    {
        PartnerKey = partner.Syntax.Name.Text,
        Role = partner.Syntax.Role.Text,
        Weight = partner.Syntax.Weight ?? 1,
        EngagedOn = partner.Syntax.Engaged ?? new DateTime(2000, 1, 1),
        Fields = partner.Fields,
    })];

    // There is no clock: an example without a date is judged when the newest rule has come into effect.
    private DateTime DefaultDate() => program.Credits.Select(rule => rule.Effective.From)
        .Concat(program.Commissions.Select(rule => rule.Effective.From)).Max() ?? new DateTime(2026, 1, 1);

    private void Report(Diagnostic diagnostic)
    {
        good = false;
        context.Bag.Add(diagnostic);
    }
}
