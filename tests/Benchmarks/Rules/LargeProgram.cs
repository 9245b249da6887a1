using System.Globalization;
using System.Text;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>
/// A program of 300 rules as a large vendor would write it: one split with 80 exceptions by motion, source and size of the deal,
/// 200 commissions by role and country, clawbacks, tiers, churn, registration, and ten examples.
/// </summary>
internal static class LargeProgram
{
    public const int Rules = 300;

    private static readonly string[] Roles = ["ISV", "Reseller", "SI", "MSP"];
    private static readonly string[] Motions = ["direct", "co_sell", "resale", "managed_service"];
    private static readonly string[] Sources = ["marketing", "referral", "partner", "marketplace"];

    public static string Text { get; } = Write();

    /// <summary>Makes sure that it is what it says.</summary>
    public static void Check()
    {
        CheckResult result = RuleProgram.Check(Text, Vocabulary.Standard);
        if (result.Program is null)
            throw new System.InvalidOperationException(result.Diagnostics[0].Render(Text, "large.rules"));
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            language 1
            program "Large" in USD
              rounding to the cent, half even

            role ISV, Reseller, SI, MSP

            credit "Role split"
              for deals and usage
              shares ISV 30% Reseller 30% SI 15% MSP 25%
              empty role: share among the others

            churn
              when usage < 5% of average usage over 3 months, for 2 months running, if unknown no
                or customer.status is cancelled

            registration "Resellers"
              protect 90 days from approval
              extend once by 30 days


            """);
        for (int i = 0; i < 80; i++)
            WriteException(text, i);
        for (int i = 0; i < 200; i++)
            WriteCommission(text, i);
        for (int i = 0; i < 14; i++)
            WriteClawback(text, i);
        text.Append("tier Silver\n  when usage growth over 12 months > 5%, if unknown no\n");
        text.Append("tier Gold\n  when usage growth over 12 months > 15% and retention over 12 months >= 92%, if unknown no\n");
        text.Append("tier Platinum\n  when usage growth over 12 months > 30% and retention over 12 months >= 95%, if unknown no\n");
        for (int i = 0; i < 10; i++)
            WriteExample(text, i);
        return text.ToString();
    }

    private static void WriteException(StringBuilder text, int index)
    {
        int from = index / 16 * 50_000;
        text.Append(CultureInfo.InvariantCulture, $"credit \"Exception {index:000}\"\n  exception to \"Role split\"\n  for deals\n");
        text.Append(CultureInfo.InvariantCulture, $"  when deal.motion is {Motions[index % 4]} and deal.source is {Sources[index / 4 % 4]}\n");
        text.Append(CultureInfo.InvariantCulture, $"    and deal.amount > {from:#,##0} and deal.amount <= {from + 50_000:#,##0}\n");
        text.Append(CultureInfo.InvariantCulture, $"  shares {Roles[index % 4]} {50 + (index % 40)}% {Roles[(index + 1) % 4]} {50 - (index % 40)}%\n\n");
    }

    private static void WriteCommission(StringBuilder text, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"commission \"Commission {index:000}\"\n  for {Roles[index % 4]}\n");
        if (index % 2 == 0)
        {
            text.Append("  every month on credited usage, per customer\n");
            text.Append(CultureInfo.InvariantCulture, $"  when customer.country is known and customer.country is \"C{index:000}\"\n");
            text.Append("  while customer is active\n  graduated\n    above 0 5%\n    above 10,000 8%\n    above 50,000 10%\n");
            text.Append("  accelerate by 1.25 when usage growth over 3 months > 15%, if unknown no\n");
            text.Append("  at most 50,000 per partner\n  effective from 2026-01-01\n\n");
        }
        else
        {
            text.Append("  once when the deal is won, on credited amount\n");
            text.Append(CultureInfo.InvariantCulture, $"  when partner.tier is gold and deal.amount > {index * 1_000:#,##0}\n  rate {(index % 9) + 1}%\n  hold 20% for 6 months\n\n");
        }
    }

    private static void WriteClawback(StringBuilder text, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"clawback \"Clawback {index:000}\"\n  of \"Commission {(index * 2) + 1:000}\"\n");
        text.Append("  when customer churns within 90 days of deal.won\n  take back 100%\n\n");
    }

    private static void WriteExample(StringBuilder text, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"example \"Customer {index:000}\"\n  given month 2026-03 and customer with usage 62,000 and country \"C{index * 20:000}\"\n");
        text.Append(CultureInfo.InvariantCulture, $"    and usage growth over 3 months 20%\n    and Skyops as {Roles[index * 20 % 4]} alone\n  expect commission Skyops 6,125.00\n\n");
    }
}
