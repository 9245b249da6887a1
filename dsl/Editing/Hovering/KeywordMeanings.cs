using System.Collections.Generic;

namespace CrmAddon.Rules.Editing;

/// <summary>What the words of the language mean, in a sentence each. A word that means something else in one kind of rule has a line of its own there.</summary>
internal static class KeywordMeanings
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["language"] = "The version of the language that the program is written in.",
        ["program"] = "The program's name, and the one currency that it computes in.",
        ["rounding"] = "The unit that entries are rounded to, once each, and where a tie goes.",
        ["remainders"] = "Units that are left over when money is divided go to the largest remainders, so that the parts add up to the whole.",
        ["fiscal"] = "The month in which quarters and years of commissions begin.",

        ["role"] = "The roles that partners may have on a deal or with a customer.",
        ["credit"] = "Decides who is credited with a deal, or with a customer's usage of a month.",
        ["commission"] = "Decides what credit earns.",
        ["clawback"] = "Takes back a part of what commissions earned when the customer leaves.",
        ["churn"] = "Decides when a customer has left. `customer is active` is the opposite.",
        ["registration"] = "Decides how long a registered deal is protected and what conflicts with it.",
        ["tier"] = "Decides when a partner reaches a tier.",
        ["field"] = "Adds a column of the CRM to the fields that this program's rules may read.",
        ["example"] = "A case and what must come of it. Examples run at every check; a program whose examples fail can't be published.",

        ["exception"] = "Where this rule and a named one both fit, this one credits and the named one does not.",
        ["for"] = "What the rule is for.",
        ["credit for"] = "What the rule credits: deals, usage or both. `for each deal may set its own shares` lets a person set other shares on one deal, with a reason.",
        ["commission for"] = "The roles whose partners earn it.",
        ["when"] = "The condition under which the rule applies.",
        ["clawback when"] = "Takes back when the customer is first found to have left; `within` says until how long after a date.",
        ["shares"] = "The share of each role. With what is kept for the house they add up to 100%.",
        ["all"] = "One partner is credited with all of it.",
        ["keep"] = "A part that stays with the house.",
        ["empty"] = "What becomes of the share of a role that no partner has: left with the house (where nothing is said), shared among the others, given to a role, or the deal is refused.",
        ["several"] = "How partners in the same role divide its share: equally (where nothing is said), by weight, to the first engaged, or the deal is refused.",
        ["because"] = "The reason, as explanations give it.",
        ["effective"] = "The first and the last day on which the rule is in effect.",

        ["once"] = "Earned once, when the deal is won.",
        ["every"] = "Earned each month, on the usage of the month, quarter or year so far less what that window has booked before.",
        ["on"] = "What it is measured on. `credited` is the partner's part of it; without it the whole is rated and the partner's share taken from the result.",
        ["credited"] = "The partner's part, after shares.",
        ["per"] = "What it is computed over, or what a limit works on.",
        ["across"] = "The partner's total over all customers is rated; the result is divided back over them.",
        ["while"] = "Earning stops with the month in which this fails, and resumes with the month in which it holds again.",
        ["rate"] = "A part of the whole measure.",
        ["amount"] = "A fixed amount, where the measure is above zero.",
        ["graduated"] = "Each slice of the measure, from its bound up to the next, earns its own rate. A measure at a bound has not reached the step above it.",
        ["volume"] = "The whole measure earns the rate of the highest step that it reached.",
        ["above"] = "What lies above this bound earns the rate beside it.",
        ["plus"] = "A fixed amount that is added once the step is reached.",
        ["accelerate"] = "Multiplies what is earned while the condition holds; several multiply each other.",
        ["at"] = "A cap (`at most`) or a floor (`at least`): on one result per deal, customer or product; on the total of a window per partner or program.",
        ["hold"] = "A part that is paid only after so many months.",

        ["clawback of"] = "The commissions whose earnings are taken back.",
        ["of"] = "A part of something; the commissions that a clawback takes back; the day that a number of days counts from.",
        ["take"] = "The part of the earnings that is taken back.",
        ["within"] = "Only where the customer leaves so many days after that day, or sooner.",
        ["protect"] = "How long an approved registration protects the deal.",
        ["extend"] = "How often a registration can be extended, and by how long.",
        ["conflict"] = "When two live registrations conflict.",
        ["registration conflict"] = "When two live registrations conflict: for the same customer, and with `any same product` only where a product is shared.",

        ["given"] = "The case: a deal, or a month of a customer's usage, with its partners.",
        ["expect"] = "What must come of the case. Partners that are not named may get what they will.",
        ["with"] = "Facts of the subject before it.",
        ["booked"] = "What the earlier months of the window have booked for the partner, in place of judging them.",
        ["own"] = "Shares that a person has set on this deal.",
        ["alone"] = "The only partner, so that all is credited to it by its role.",
        ["weight"] = "How much of a role's share goes to this partner where several have the role.",
        ["engaged"] = "The day on which the partner took the role.",
        ["won"] = "The deal is won, so that what is earned once is earned.",
        ["house"] = "What no partner is credited with stays with the house.",
        ["unknown"] = "There is no figure.",

        ["and"] = "Both must hold.",
        ["or"] = "One of them must hold.",
        ["not"] = "Must not hold.",
        ["is"] = "The same as, or one of several.",
        ["known"] = "The field has a value. After this test it can be used.",
        ["missing"] = "The field has no value.",
        ["one"] = "`one of` several values.",
        ["if"] = "`if unknown` says what the condition is where a figure in it is unknown: nobody is paid by a guess.",
        ["running"] = "The condition holds in each of so many months that end with the judged one.",
        ["protected"] = "An approved registration protects the deal on the day that it is judged; then the registration's fields are known.",
        ["active"] = "The customer has not left, by the program's churn rule; without one, by the customer's status.",
        ["until"] = "The last day on which the rule is in effect.",
        ["from"] = "The first day, or the column that is read.",
        ["to"] = "Whom or what it goes to.",
        ["in"] = "The currency, or the month.",

        ["deal"] = "The deal that is judged.",
        ["customer"] = "The customer of the deal or of the usage.",
        ["partner"] = "The partner who would earn it.",
        ["marketplace"] = "The marketplace sale of the deal.",
        ["usage"] = "What the customer used in the judged month, in the program's currency; over several months, their sum.",
        ["usage over"] = "The sum of the months that end with the judged one; unknown where it would begin before the customer's first month.",
        ["growth"] = "The months that end with the judged one against as many before: 20% is a fifth more. Unknown where there is nothing above zero to compare with.",
        ["average"] = "The usage of the months that end with the judged one, divided by their number; unknown where it would begin before the first month.",
        ["retention"] = "The part of the customers active so many months ago that is active now; unknown where nobody was.",
        ["over"] = "The months that end with the judged one.",
        ["product"] = "Each product is measured and rated by itself.",
    };

    /// <summary>Every word that has a meaning here.</summary>
    public static IEnumerable<string> Words => Meanings.Keys;

    /// <summary>The meaning of a word in a rule of a kind; null where there is none.</summary>
    public static string? Of(string kind, string word) =>
        Meanings.TryGetValue(kind + " " + word, out var meaning) || Meanings.TryGetValue(word, out meaning) ? meaning : null;

    /// <summary>The definition of a figure, such as <c>usage growth over</c>.</summary>
    public static string? Figure(string phrase) => Of("", phrase.StartsWith("usage growth", System.StringComparison.Ordinal) ? "growth"
        : phrase.StartsWith("usage over", System.StringComparison.Ordinal) ? "usage over"
        : phrase.Split(' ')[0]);
}
