namespace CrmAddon.Plugins.Tables;

/// <summary>A partner's objection to a split, a ledger entry or a statement, and what came of it.</summary>
internal static class Dispute
{
    public const string Table = "cov_dispute";
    public const string Id = "cov_disputeid";
    public const string Number = "cov_number";
    public const string Program = "cov_programid";
    public const string Partner = "cov_partnerid";
    public const string Split = "cov_splitid";
    public const string Entry = "cov_entryid";
    public const string Statement = "cov_statementid";
    public const string Opportunity = "cov_opportunityid";
    public const string Reason = "cov_reason";
    public const string Description = "cov_description";
    public const string Claimed = "cov_claimed";
    public const string RaisedOn = "cov_raisedon";
    public const string Outcome = "cov_outcome";
    public const string Resolution = "cov_resolution";
    public const string Currency = "transactioncurrencyid";
    public const string DecidedBy = "cov_decidedbyid";
    public const string DecidedOn = "cov_decidedon";
    public const string State = "statecode";
    public const string Status = "statuscode";

    /// <summary>The choice cov_disputeoutcome.</summary>
    public static class OutcomeOf
    {
        private const int First = 770000000;

        private static readonly string[] Names = ["Explained", "DealCorrected", "UsageCorrected", "RulesCorrected", "ManualEntry", "Paid"];

        /// <summary>The English name of an outcome without blanks; null where none is chosen, or one that an administrator has added.</summary>
        public static string? NameOf(int? option) => option - First is { } i and >= 0 && i < Names.Length ? Names[i] : null;
    }

    public static class StateOf
    {
        public const int Open = 0;
        public const int Resolved = 1;
    }

    public static class StatusOf
    {
        public const int New = 1;
        public const int InReview = 770000000;
        public const int Accepted = 2;
        public const int Rejected = 770000001;
        public const int Withdrawn = 770000002;
    }
}
