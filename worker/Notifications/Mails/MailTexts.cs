namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>
/// Every text that a partner reads, in one place: a translation is a second class with the same members. Texts take finished
/// amounts, months and names; they decide nothing.
/// </summary>
internal static class MailTexts
{
    public const string Opening = "Opening balance";
    public const string Earned = "Credited this month";
    public const string Adjustments = "Adjustments to earlier months";
    public const string Clawbacks = "Taken back";
    public const string Closing = "Closing balance";
    public const string StillHeld = "Held back for now";
    public const string Payable = "Payable now";

    public const string LineFor = "For";
    public const string LineRule = "Rule";
    public const string LineMonth = "Earned in";
    public const string LineAmount = "Amount";

    public const string StatementDispute =
        "Every amount can be explained line by line. If one looks wrong to you, answer this mail or tell your partner manager which one; " +
        "a correction appears as an adjustment on your next statement.";

    public const string RegistrationEarns =
        "If the deal is won while it is protected, the program's rules for registered deals decide your credit and commission. You can see " +
        "your expected share on the deal before it closes.";

    public const string RegistrationEarnsNothing =
        "The deal is not protected for you and this registration earns nothing by itself. If you take part in the deal, the program's other " +
        "rules still decide your credit. You may register it again when the reason no longer holds.";

    public static string StatementTitle(string month) => $"Your statement for {month}";

    public static string StatementPayable(string partner, string program, string month, string earned, string payable) =>
        $"The statement of {month} credits {partner} with {earned} in the program {program}. {payable} is payable now.";

    public static string StatementOwed(string partner, string program, string month, string earned, string owed) =>
        $"The statement of {month} credits {partner} with {earned} in the program {program}. Nothing is payable now: corrections of earlier months are larger than " +
        $"your balance, and {owed} is carried forward and set against what you earn next.";

    public static string StatementNothingPayable(string partner, string program, string month, string earned) =>
        $"The statement of {month} credits {partner} with {earned} in the program {program}. Nothing is payable now.";

    public static string StatementHeld(string amount) =>
        $"{amount} of this month's earnings is held back. It is yours and becomes payable when the time that the rule names is over.";

    public static string StatementReleased(string amount) => $"{amount} that was held back earlier became payable this month.";

    public static string StatementLines(int listed, int entries) => listed < entries
        ? $"The {listed} largest of {entries} entries of this month:"
        : entries == 1 ? "The entry of this month:" : $"The {entries} entries of this month:";

    public static string RegistrationApprovedTitle(string number) => $"Registration {number} is approved";

    public static string RegistrationApproved(string partner, string number, string customer) =>
        $"The deal with {customer} that {partner} registered as {number} is approved.";

    public static string RegistrationProtected(string from, string until) =>
        $"It is protected for you from {from} to {until}, both days included: another partner's registration of the same deal conflicts with yours.";

    public static string RegistrationRejectedTitle(string number) => $"Registration {number} is not approved";

    public static string RegistrationRejected(string partner, string number, string customer) =>
        $"The deal with {customer} that {partner} registered as {number} is not approved.";

    public static string RegistrationReason(string reason) => $"The reason: {reason}.";
}
