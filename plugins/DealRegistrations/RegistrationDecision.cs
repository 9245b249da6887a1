using System;
using CrmAddon.Plugins.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmAddon.Plugins.Tables.DealRegistration;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>
/// Decides a registration for whoever asks, with his own rights: what is written are the same updates that a form sends, so the same
/// state model and the same guards hold. Asked again for what is decided already, nothing is written.
/// </summary>
/// <param name="caller">The service with the rights of whoever decides.</param>
/// <param name="id">The registration.</param>
internal sealed class RegistrationDecision(IOrganizationService caller, Guid id)
{
    private static readonly ColumnSet Columns = new(Number, Program, DecidedOn, ProtectedFrom, ProtectedUntil, Extensions, Status);

    /// <summary>Approves; the registration with its dates.</summary>
    /// <param name="day">The day from which it protects; null for today.</param>
    /// <param name="comment">Replaces the comment; null leaves it.</param>
    public Entity Approve(DateTime? day, string? comment)
    {
        if (Read().Option(Status) == StatusOf.Approved)
            return Read();

        var before = new Entity(Table, id);
        if (day is { } decided)
            before[DecidedOn] = decided.Date;

        return Move(before, comment, StateOf.Live, StatusOf.Approved);
    }

    /// <summary>Rejects; the registration as it is then.</summary>
    /// <param name="reason">An option of the choice of reasons.</param>
    /// <param name="comment">Replaces the comment; null leaves it.</param>
    public Entity Reject(OptionSetValue reason, string? comment)
    {
        if (Read() is var standing && standing.Option(Status) == StatusOf.Rejected)
            return standing;

        return Move(new Entity(Table, id) { [RejectionReason] = reason }, comment, StateOf.Ended, StatusOf.Rejected);
    }

    /// <summary>Extends the protection once more; the registration with its dates.</summary>
    /// <param name="system">The service with the system's rights, for the program's terms.</param>
    /// <param name="today">Today.</param>
    /// <param name="comment">Replaces the comment; null leaves it.</param>
    public Entity Extend(IOrganizationService system, DateTime today, string? comment)
    {
        var standing = Read();
        if (standing.Option(Status) != StatusOf.Extended)
            return Move(new Entity(Table, id), comment, StateOf.Live, StatusOf.Extended);

        // It stays Extended, which is no change of state that the guard would see.
        var terms = ProtectionTerms.Of(system, standing, ProtectionTerms.FirstDay(standing, today));
        var times = standing.GetAttributeValue<int?>(Extensions) ?? 0;
        if (times >= terms.MaxExtensions)
            throw RegistrationText.NoMoreExtensions(standing.Text(Number), terms.MaxExtensions);

        Write(
            new Entity(Table, id)
            {
                [Extensions] = times + 1,
                [ProtectedUntil] = standing.Date(ProtectedUntil)!.Value.AddDays(terms.ExtendDays),
            },
            comment);
        return Read();
    }

    // A change of state reaches the guards apart from other columns, and they read what was entered before.
    private Entity Move(Entity before, string? comment, int state, int status)
    {
        Write(before, comment);
        caller.Update(new Entity(Table, id)
        {
            [State] = new OptionSetValue(state),
            [Status] = new OptionSetValue(status),
        });
        return Read();
    }

    private void Write(Entity change, string? comment)
    {
        if (comment is not null)
            change[Comment] = comment;
        if (change.Attributes.Count > 0)
            caller.Update(change);
    }

    private Entity Read() => caller.Retrieve(Table, id, Columns);
}
