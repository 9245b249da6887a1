namespace CrmAddon.Plugins.Tables;

/// <summary>What one partner earned in one month and what is payable.</summary>
internal static class StatementRow
{
    public const string Table = "cov_statement";
    public const string Id = "cov_statementid";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Partner = "cov_partnerid";
    public const string Month = "cov_month";
    public const string Opening = "cov_opening";
    public const string Earned = "cov_earned";
    public const string Adjustments = "cov_adjustments";
    public const string Clawbacks = "cov_clawbacks";
    public const string HeldNow = "cov_heldnow";
    public const string Released = "cov_released";
    public const string HeldBalance = "cov_heldbalance";
    public const string Closing = "cov_closing";
    public const string Payable = "cov_payable";
    public const string Entries = "cov_entries";
    public const string IssuedOn = "cov_issuedon";
    public const string Manager = "cov_managerid";
    public const string ApprovedBy = "cov_approvedbyid";
    public const string ApprovedOn = "cov_approvedon";
    public const string PaidOn = "cov_paidon";
    public const string PaymentReference = "cov_paymentreference";
    public const string Currency = "transactioncurrencyid";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Open = 0;
        public const int Paid = 1;
    }

    public static class StatusOf
    {
        public const int Issued = 1;
        public const int Paid = 2;
        public const int Approved = 770000000;
    }
}
