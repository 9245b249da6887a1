using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Programs;

/// <summary>Partners on a deal or with a customer, in the rules' own words.</summary>
internal static class Participants
{
    /// <summary>Alias of the linked partner.</summary>
    public const string PartnerAlias = "partner";

    private static readonly VocabularyFields PartnerFields = new(Partner.Table);

    /// <summary>The columns of a partner that the rules may ask for.</summary>
    public static string[] Columns { get; } = [.. new HashSet<string>([Partner.Code, Partner.Name, .. PartnerFields.Columns])];

    /// <summary>Joins the partner of each row, with the columns that the rules may ask for.</summary>
    public static QueryExpression WithPartner(this QueryExpression query, string lookup)
    {
        var link = query.AddLink(Partner.Table, lookup, Partner.Id);
        link.EntityAlias = PartnerAlias;
        link.Columns = new ColumnSet(Columns);
        return query;
    }

    /// <summary>Reads a row of the roster or an engagement, together with its partner.</summary>
    /// <param name="row">The row.</param>
    /// <param name="role">Its column for the role.</param>
    /// <param name="weight">Its column for the weight; empty means 1.</param>
    /// <param name="engagedOn">Its column for the first day.</param>
    public static Participant Of(Entity row, string role, string weight, string engagedOn)
    {
        var partner = row.Linked(PartnerAlias);
        return new Participant
        {
            PartnerKey = partner.Text(Partner.Code),
            PartnerName = partner.Text(Partner.Name),
            Role = Roles.NameOf(row.GetAttributeValue<OptionSetValue>(role)!),
            Weight = row.GetAttributeValue<decimal?>(weight) ?? 1m,
            EngagedOn = row.Date(engagedOn) ?? row.Date("createdon")?.Date ?? default,
            Fields = FieldsOf(partner),
        };
    }

    /// <summary>Reads a partner who has no place on the roster.</summary>
    public static PartnerFacts Facts(Entity partner) => new()
    {
        Key = partner.Text(Partner.Code),
        Name = partner.Text(Partner.Name),
        Fields = FieldsOf(partner),
    };

    private static Dictionary<string, FieldValue> FieldsOf(Entity partner)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        PartnerFields.Read(partner, fields, amount => amount, _ => null);
        return fields;
    }
}
