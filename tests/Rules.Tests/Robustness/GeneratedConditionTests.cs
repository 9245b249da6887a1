using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

/// <summary>A program that the checker accepts never fails on a case, whatever the case holds.</summary>
[TestClass]
public sealed class GeneratedConditionTests
{
    private static readonly string[] Quantities =
    [
        "deal.amount", "customer.revenue", "100", "0", "0.01", "10% of deal.amount", "deal.amount * 3", "deal.amount - customer.revenue",
        "deal.amount * 999,999,999,999 * 999,999,999,999", "-5", "customer.revenue / 7",
    ];

    private static readonly string[] Tests =
    [
        "deal.motion is resale", "deal.source is not one of referral, partner", "customer.country is known", "customer.country is missing",
        "customer.country is \"DE\"", "deal.sourcing_partner is known", "registration is protected", "registration is not protected",
        "registration.partner is deal.sourcing_partner", "deal.created is known", "deal.created < deal.won", "deal.won is missing",
        "deal.won - deal.created > 9 days", "deal.created + 13 months >= 2026-02-01", "customer.employees is known",
        "deal.amount / customer.employees > 5, if unknown no", "customer.revenue is known", "customer.status is active",
    ];

    private static readonly Gen<string> Simple = Gen.OneOf(
        Gen.Int[0, Tests.Length - 1].Select(test => Tests[test]),
        Gen.Select(Gen.Int[0, Quantities.Length - 1], Gen.Int[0, Quantities.Length - 1], Gen.Int[0, 4],
            (left, right, comparison) => $"{Quantities[left]} {new[] { "<", "<=", ">", ">=", "is" }[comparison]} {Quantities[right]}"));

    private static readonly Gen<string> Conditions = Gen.Select(
        Simple.Array[1, 6], Gen.Int[0, 5].Array[6],
        (tests, joints) => tests.Select((test, i) => (joints[i] switch
        {
            0 => "not (",
            1 => "(",
            _ => "",
        }) + test + (joints[i] < 2 ? ")" : "")).Aggregate((all, test) => all + (test.Length % 2 == 0 ? " and " : " or ") + test));

    private static readonly Gen<Dictionary<string, FieldValue>> Fields = Gen.Select(
        Gen.OneOf(Gen.Decimal[-1000, 1000], Gen.Const(0m), Gen.Const(decimal.MaxValue), Gen.Const(decimal.MinValue)),
            Gen.Int[0, 511], Gen.DateTime,
        (number, bits, date) => new (string Name, FieldValue Value)[]
        {
            ("deal.motion", FieldValue.OfChoice("resale")), ("deal.source", FieldValue.OfChoice("unheard of")),
            ("customer.country", FieldValue.OfText("DE")), ("deal.sourcing_partner", FieldValue.OfPartner("a")),
            ("deal.created", FieldValue.OfDate(date)), ("deal.won", FieldValue.OfDate(DateTime.MaxValue)),
            ("customer.employees", FieldValue.OfNumber(number)), ("customer.revenue", FieldValue.OfNumber(number)),
            ("customer.status", FieldValue.Missing),
        }.Where((_, i) => (bits & (1 << i)) != 0).ToDictionary(field => field.Name, field => field.Value));

    private static readonly RegistrationFacts Forever =
        new() { PartnerKey = "a", ProtectedFrom = DateTime.MinValue, ProtectedUntil = DateTime.MaxValue };

    [TestMethod]
    public void A_checked_program_judges_and_explains_every_case()
    {
        var accepted = 0;
        Gen.Select(Conditions, Fields.Array[3], Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000], Gen.Bool).Sample(
            (condition, fields, cents, registered) =>
            {
                var text = "language 1 program \"x\" in USD role ISV credit \"c\" for deals when " + condition + " shares ISV 100% "
                    + "commission \"f\" for ISV once when the deal is won, on amount rate 100% accelerate by 100 when deal.amount > 0 accelerate by 100 when deal.amount > 1";
                if (RuleProgram.Check(text, Vocabulary.Standard).Program is not { } program)
                    return;
                accepted++;
                foreach (var values in fields)
                {
                    var ruling = program.Judge(new DealCase
                    {
                        Key = "d", Amount = cents / 100m, BusinessDate = new DateTime(2026, 1, 1), IsWon = true, Fields = values,
                        Participants = [new Participant { PartnerKey = "a", Role = "ISV" }],
                        Registration = registered ? Forever : null,
                    });
                    Assert.IsTrue(Explanation.Render(ruling.Derivation).Count > 1);
                }
            },
            iter: 3000, threads: 1);
        Assert.IsTrue(accepted > 100, $"only {accepted} programs were accepted");
    }
}
