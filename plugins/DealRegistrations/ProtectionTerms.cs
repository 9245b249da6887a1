using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>How the program's rules protect a registration.</summary>
internal static class ProtectionTerms
{
    /// <summary>The terms in force on a day.</summary>
    /// <param name="service">The service.</param>
    /// <param name="registration">The registration; if it names no program, there must be just one with rules.</param>
    /// <param name="day">The day of the decision.</param>
    /// <exception cref="Refusal">There are none.</exception>
    public static RegistrationTerms Of(IOrganizationService service, Entity registration, DateTime day)
    {
        var published = PublishedRules.Load(service);
        var named = registration.Lookup(DealRegistration.Program);
        var programs = published.Programs.Where(program => named is null || program.Id == named).ToList();
        var rules = programs.Count == 1 ? published.For(programs[0], Month.Of(day)) : null;
        return rules?.Rules.Registration ?? throw RegistrationText.NoTerms(registration.Text(DealRegistration.Number), day);
    }

    /// <summary>The day from which an approval protects: its own day, or the day that was entered for an approval of the past.</summary>
    public static DateTime FirstDay(Entity registration, DateTime today) => registration.Date(DealRegistration.DecidedOn) ?? today;

    /// <summary>The last protected day; the first one counts.</summary>
    public static DateTime LastDay(RegistrationTerms terms, DateTime first) => first.AddDays(terms.ProtectDays - 1);
}
