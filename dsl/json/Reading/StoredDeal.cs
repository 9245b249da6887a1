using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A deal as it was read.</summary>
public sealed class StoredDeal : StoredCase
{
    /// <summary>A case as it would be read.</summary>
    public StoredDeal(DealCase deal) => Case = deal ?? throw new ArgumentNullException(nameof(deal));

    internal StoredDeal(Members members, Vocabulary vocabulary) => Case = new DealCase
    {
        Key = members.Name("key"),
        Name = members.NameOrNone("name"),
        BusinessDate = members.Day("date"),
        Amount = members.Number("amount"),
        IsWon = members.YesNo("won"),
        Fields = members.Fields(vocabulary),
        Participants = members.Participants(vocabulary),
        OtherPartners = members.List("otherPartners", who => new PartnerFacts
        {
            Key = who.Name("partner"),
            Name = who.NameOrNone("name"),
            Fields = who.Fields(vocabulary),
        }),
        Registration = members.Object("registration", registration => new RegistrationFacts
        {
            PartnerKey = registration.Name("partner"),
            PartnerName = registration.NameOrNone("name"),
            Role = registration.NameOrNone("role"),
            ProtectedFrom = registration.DayOrNone("protectedFrom"),
            ProtectedUntil = registration.DayOrNone("protectedUntil"),
            Fields = registration.Fields(vocabulary),
        }),
        OwnShares = members.Object("ownShares", own => new OwnShares
        {
            Shares = own.List("shares", share => new OwnShare(share.Name("partner"), share.Name("role"), share.Number("percent"))),
            HousePercent = own.Number("housePercent", 0),
            Reason = own.Text("reason"),
            SetBy = own.NameOrNone("setBy"),
        }),
    };

    /// <summary>The deal.</summary>
    public DealCase Case { get; }

    /// <inheritdoc/>
    public override string Key => Case.Key;

    /// <inheritdoc/>
    public override string Name => Case.Name ?? Case.Key;

    /// <inheritdoc/>
    public override Month Month => Month.Of(Case.BusinessDate);

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string? Name)> Partners => Case.Participants.Select(who => (who.PartnerKey, who.PartnerName))
        .Concat(Case.OtherPartners.Select(who => (who.Key, who.Name)));

    /// <inheritdoc/>
    public override IReadOnlyList<Ruling> Judge(RuleProgram program) => [program.Judge(Case)];

    /// <inheritdoc/>
    public override string Inputs(RuleProgram program) => CaseText.Of(Case);
}
