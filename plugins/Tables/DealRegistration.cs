namespace CrmAddon.Plugins.Tables;

/// <summary>A partner's claim on a deal.</summary>
internal static class DealRegistration
{
    public const string Table = "cov_dealregistration";
    public const string Id = "cov_dealregistrationid";
    public const string Number = "cov_number";
    public const string Program = "cov_programid";
    public const string Partner = "cov_partnerid";
    public const string Opportunity = "cov_opportunityid";
    public const string Customer = "cov_customerid";
    public const string Product = "cov_productid";
    public const string Role = "cov_role";
    public const string SubmittedOn = "cov_submittedon";
    public const string DecidedBy = "cov_decidedbyid";
    public const string DecidedOn = "cov_decidedon";
    public const string ProtectedFrom = "cov_protectedfrom";
    public const string ProtectedUntil = "cov_protecteduntil";
    public const string Extensions = "cov_extensions";
    public const string RejectionReason = "cov_rejectionreason";
    public const string Comment = "cov_comment";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Live = 0;
        public const int Ended = 1;
    }

    public static class StatusOf
    {
        public const int Draft = 1;
        public const int Submitted = 770000000;
        public const int InReview = 770000001;
        public const int InfoRequested = 770000002;
        public const int Approved = 770000003;
        public const int Extended = 770000004;
        public const int Won = 2;
        public const int Lost = 770000005;
        public const int Expired = 770000006;
        public const int Revoked = 770000007;
        public const int Rejected = 770000008;
    }
}
