using System;
using System.Collections.Generic;
using System.Xml;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata.Reading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Rows;

/// <summary>
/// What the platform adds when somebody writes a component's row: XML in it is well-formed, a new one belongs to the unmanaged layer, and the
/// solution that the request names gets it as a member.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/optional-parameters">Use optional parameters</see>
/// </summary>
internal sealed class ComponentWrites(Organization organization)
{
    public const string Solution = "SolutionUniqueName";

    private static readonly HashSet<string> Xml = new(StringComparer.Ordinal) { "formxml", "fetchxml", "layoutxml", "columnsetxml", "datadescription", "presentationdescription", "sitemapxml" };

    /// <summary>Runs the write of a row, as part of one transaction with what follows from it.</summary>
    public Guid Run(OrganizationRequest request, Entity target, bool isNew, Func<Guid> write)
    {
        if (organization.Metadata.Find(target.LogicalName) is not { } table || ComponentTypes.Of(table) is not { } type)
        {
            return write();
        }

        foreach (var (column, value) in target.Attributes)
        {
            if (Xml.Contains(column) && value is string text)
            {
                CheckXml(column, text);
            }
        }

        return organization.Transactions.Run(() =>
        {
            var id = write();
            if (isNew)
            {
                organization.Solutions.Rows.Put(table.Name, id, [new("componentstate", 0), new("ismanaged", false), new("solutionid", WellKnown.SolutionId(WellKnown.Active))]);
            }

            if (request.Optional<string>(Solution) is { Length: > 0 } solution)
            {
                organization.Solutions.Membership.Add(organization.Solutions.Unmanaged(solution), new Membership.Member(type, id, 0));
            }

            return id;
        });
    }

    /// <summary>Deletes a row; a component is no member of any solution any more.</summary>
    public void Delete(EntityReference target, Action delete)
    {
        if (organization.Metadata.Find(target.LogicalName) is not { } table || ComponentTypes.Of(table) is not { } type)
        {
            delete();
            return;
        }

        organization.Transactions.Run(() =>
        {
            var id = organization.Writer.Keys.Resolve(organization.Table(table.Name), target);
            delete();
            organization.Solutions.Membership.Forget(type, id);
            return true;
        });
    }

    private static void CheckXml(string column, string text)
    {
        try
        {
            SolutionXml.Parse(text);
        }
        catch (XmlException e)
        {
            throw Faults.Argument($"The value of '{column}' is no well-formed XML: {e.Message}");
        }
    }
}
