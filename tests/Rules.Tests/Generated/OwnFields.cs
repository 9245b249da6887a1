namespace CrmAddon.Rules.Tests.Generated;

/// <summary>A field that a program adds, and a test of it that needs it to be known.</summary>
internal sealed record OwnField(string Path, string Rule, string[] Tests)
{
    public string Owner => Path[..Path.IndexOf('.', System.StringComparison.Ordinal)];
}

/// <summary>Fields that programs may add: one of each type.</summary>
internal static class OwnFields
{
    public static OwnField[] All { get; } =
    [
        Field("deal.segment", "choice of small, large, public_sector", "opportunity.new_segment", "is large", "is not one of small, large"),
        Field("deal.score", "number", "opportunity.new_score", "> 7", "* 2 - 1 <= 3.5"),
        Field("deal.region", "text", "opportunity.new_region", "is \"EMEA\"", "is one of \"EMEA\", \"APAC\""),
        Field("deal.signed", "date", "opportunity.new_signed", ">= 2026-02-01", "+ 3 months < 2026-08-01"),
        Field("deal.fee", "money", "opportunity.new_fee", "> 1,000", "/ 7 < 12.5"),
        Field("deal.discount", "percent", "opportunity.new_discount", "> 12.5%", "<= 30%"),
        Field("deal.introducer", "partner", "opportunity.new_introducer", "is deal.introducer", "is known"),
        Field("customer.vip", "yes_no", "account.new_vip", "is yes", "is not yes"),
        Field("partner.level", "choice of one, two", "cov_partner.new_level", "is two", "is not two"),
    ];

    private static OwnField Field(string path, string type, string column, params string[] tests) =>
        new(path, $"field {path} is {type} from {column}", tests);
}
