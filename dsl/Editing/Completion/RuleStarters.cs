using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Editing;

/// <summary>Whole rules with places to fill in, for where a rule may begin.</summary>
internal static class RuleStarters
{
    private static readonly (string Label, string Text, string Detail)[] Header =
    [
        ("language 1", "language 1\n", "the version of the language, on the first line"),
        ("program", "program \"${1:name}\" in ${2:USD}\n  rounding to the cent, half even\n  remainders to the largest share\n",
            "the program's name and currency"),
    ];

    /// <summary>A beginning of each kind of rule.</summary>
    public static IReadOnlyList<(string Label, string Text, string Detail)> Rules { get; } =
    [
        ("role", "role ${1:Reseller}, ${2:MSP}\n", "the roles that partners have"),
        ("credit", "credit \"${1:name}\"\n  for ${2:deals}\n  shares\n    ${3:Reseller} ${4:100%}\n", "who is credited"),
        ("credit exception", "credit \"${1:name}\"\n  exception to \"${2:other rule}\"\n  for ${3:deals}\n  when ${4:deal.source is referral and deal.sourcing_partner is known}\n  all to ${5:deal.sourcing_partner}\n",
            "who is credited instead"),
        ("commission", "commission \"${1:name}\"\n  for ${2:Reseller}\n  once when the deal is won, on credited amount\n  rate ${3:6%}\n",
            "what credit of a deal earns"),
        ("commission monthly", "commission \"${1:name}\"\n  for ${2:MSP}\n  every month on credited usage, per customer\n  while customer is active\n  graduated\n    above 0 ${3:5%}\n    above ${4:10,000} ${5:8%}\n",
            "what credit of usage earns"),
        ("clawback", "clawback \"${1:name}\"\n  of \"${2:commission}\"\n  when customer churns within ${3:90} days of deal.won\n  take back ${4:100%}\n",
            "what is taken back when a customer leaves"),
        ("churn", "churn\n  when ${1:usage < 5% of average usage over 3 months, for 2 months running, if unknown no}\n", "when a customer has left"),
        ("registration", "registration \"${1:name}\"\n  protect ${2:90} days from approval\n  extend once by ${3:30} days\n  conflict when same customer and any same product\n",
            "how a registered deal is protected"),
        ("tier", "tier ${1:gold}\n  when ${2:usage growth over 12 months > 15%, if unknown no}\n", "when a partner reaches a tier"),
        ("field", "field ${1:deal.segment} is ${2:text} from ${3:opportunity.new_segment}\n", "a column of the CRM that rules may read"),
        ("example deal", "example \"${1:what it shows}\"\n  given deal with amount ${2:10,000}\n    and ${3:Nimbus} as ${4:Reseller}\n  expect credit ${5:Nimbus 10,000}\n",
            "a deal and what must come of it"),
        ("example month", "example \"${1:what it shows}\"\n  given month ${2:2026-03} and customer with usage ${3:10,000}\n    and ${4:Skyops} as ${5:MSP} alone\n  expect commission ${6:Skyops 500}\n",
            "a month of usage and what must come of it"),
    ];

    public static IEnumerable<CompletionItem> For(Caret caret)
    {
        var tokens = caret.Reading.Tokens;
        if (caret.RuleStart < 0)
        {
            foreach (var part in Header)
            {
                if (!tokens.Take(caret.Before).Any(token => token.Is(part.Label.Split(' ')[0])))
                    yield return Item(part, caret);
            }
        }
        foreach (var rule in Rules)
        {
            // A program has one of these.
            if (rule.Label is not ("churn" or "registration") || !caret.Reading.Log.Rules.Any(other => other.Kind == rule.Label && other.Start != caret.Before))
                yield return Item(rule, caret);
        }
    }

    private static CompletionItem Item((string Label, string Text, string Detail) part, Caret caret) => new()
    {
        Label = part.Label,
        Kind = CompletionKind.Snippet,
        InsertText = part.Text,
        Range = caret.Range,
        IsSnippet = true,
        Detail = part.Detail,
        Documentation = KeywordMeanings.Of("", part.Label.Split(' ')[0]),
    };
}
