using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>How the registration of a deal could be otherwise: protecting it or not, or being there at all.</summary>
internal sealed class RegistrationChanges(CaseAtHand at, IEnumerable<string> partners)
{
    private readonly DealCase deal = at.Deal!;

    public IEnumerable<Alternative> Options()
    {
        if (deal.Registration is not { } registration)
            return partners.Select(Registered);
        return registration.IsProtectedOn(deal.BusinessDate)
            ? [With(registration with { ProtectedFrom = null, ProtectedUntil = null }, "change.unprotected", "protected", "not protected")]
            : [With(Protecting(registration), "change.protected", "not protected", "protected")];
    }

    /// <summary>The days at which its protection begins and ends.</summary>
    public IEnumerable<DateTime> Ends() =>
        new[] { deal.Registration?.ProtectedFrom, deal.Registration?.ProtectedUntil }.OfType<DateTime>();

    private Alternative Registered(string partner) => new(
        at.With(deal with { Registration = Protecting(new RegistrationFacts { PartnerKey = partner, PartnerName = at.NameOf(partner) }) }),
        NearMissFindings.Change("change.registered", "registration", "missing", "protected", ("partner", at.NameOf(partner))), 1);

    private Alternative With(RegistrationFacts registration, string kind, string from, string to) =>
        new(at.With(deal with { Registration = registration }), NearMissFindings.Change(kind, "registration", from, to), 1);

    // The window is moved at the end that leaves the day out.
    private RegistrationFacts Protecting(RegistrationFacts registration)
    {
        var day = deal.BusinessDate.Date;
        return registration with
        {
            ProtectedFrom = registration.ProtectedFrom is { } from && from.Date <= day ? from : day,
            ProtectedUntil = registration.ProtectedUntil is { } until && until.Date >= day ? until : day,
        };
    }
}
