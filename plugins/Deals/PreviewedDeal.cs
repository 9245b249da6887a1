using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Deals;

/// <summary>A deal as one program would credit it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Case">What its rules were told.</param>
/// <param name="Ruling">What they said.</param>
/// <param name="Earnings">What the deal earns once it is won.</param>
/// <param name="NearMisses">What was nearly otherwise.</param>
internal sealed record PreviewedProgram(
    ProgramFacts Program, DealCase Case, DealRuling Ruling, IReadOnlyList<Earning> Earnings, IReadOnlyList<NearMiss> NearMisses)
{
    /// <summary>The partner's name for people.</summary>
    public string NameOf(string partner) =>
        Case.Participants.FirstOrDefault(who => who.PartnerKey == partner)?.PartnerName
        ?? Case.OtherPartners.FirstOrDefault(who => who.Key == partner)?.Name ?? partner;
}

/// <summary>A deal as every program would credit it.</summary>
/// <param name="Deal">Its name.</param>
/// <param name="Date">The day as of which it was judged.</param>
/// <param name="IsLost">Whether it is lost.</param>
/// <param name="Programs">The programs that have rules for that day.</param>
internal sealed record PreviewedDeal(string Deal, DateTime Date, bool IsLost, IReadOnlyList<PreviewedProgram> Programs)
{
    /// <summary>The reasons of every program, under its name where there are several, and what was nearly otherwise.</summary>
    public IEnumerable<string> Sentences(Language language)
    {
        if (Programs.Count == 0)
            yield return Spoken.In(language, IsLost ? DealText.IsLost(Deal) : DealText.HasNoRules(Deal));

        foreach (var program in Programs)
        {
            if (Programs.Count > 1)
                yield return program.Program.Name + ":";
            foreach (var sentence in Explanation.Render(program.Ruling.Derivation, language)
                .Concat(program.NearMisses.SelectMany(miss => Explanation.Render(miss.Finding, language))))
                yield return sentence;
        }
    }

    /// <summary>
    /// <c>{deal, date, programs: [{program, name, currency, amount, outcome, rule, reason, shares: [{partner, name, role, percent,
    /// amount, reason}], housePercent, houseAmount, earnings: [{partner, name, role, rule, amount, held, holdMonths}], why, whyNot,
    /// nearMisses}]}</c>; amounts are texts in the program's currency, what is empty is left out.
    /// </summary>
    public string Json(Language language) => InvariantJson.Object(json =>
    {
        json.Member("deal", Deal);
        json.Member("date", Date);
        json.List("programs", Programs, (program, judged) => Write(program, judged, language));
    });

    private static void Write(InvariantJson json, PreviewedProgram judged, Language language)
    {
        var credit = judged.Ruling.Credit;
        json.Member("program", judged.Program.Code);
        json.Member("name", judged.Program.Name);
        json.Member("currency", judged.Program.IsoCode);
        json.Member("amount", judged.Case.Amount);
        json.Member("outcome", credit.Outcome.ToString());
        json.Member("rule", credit.Rule);
        json.Member("reason", Explanation.Sentence(credit.Why, language));
        json.List("shares", credit.Shares, (share, part) =>
        {
            share.Member("partner", part.PartnerKey);
            share.Member("name", judged.NameOf(part.PartnerKey));
            share.Member("role", part.Role);
            share.Member("percent", part.Percent);
            share.Member("amount", part.Amount);
            share.Member("reason", Explanation.Sentence(part.Why, language));
        });
        json.Member("housePercent", credit.HousePercent);
        json.Member("houseAmount", credit.HouseAmount);
        json.List("earnings", judged.Earnings.Where(earning => earning.Amount != 0m).ToList(), (line, earning) =>
        {
            line.Member("partner", earning.PartnerKey);
            line.Member("name", judged.NameOf(earning.PartnerKey));
            line.Member("role", earning.Role);
            line.Member("rule", earning.Rule);
            line.Member("amount", earning.Amount);
            line.NonZero("held", earning.Held);
            if (earning.Held != 0m)
                line.Member("holdMonths", earning.HoldMonths);
        });
        json.Texts("why", Explanation.Render(judged.Ruling.Derivation, language));
        json.Texts("whyNot", Explanation.WhyNot(judged.Ruling.Derivation, language));
        NearMissSearch.Write(json, judged.NearMisses, language);
    }
}
