using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Steps;

/// <summary>
/// Which messages give images, by which property of the request they are asked for, and when.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#define-entity-images">Define entity images</see>
/// </summary>
internal sealed class ImageRules(Organization organization)
{
    private static readonly string[] Columns = ["sdkmessageprocessingstepid", "imagetype", "messagepropertyname", "attributes"];

    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Assign"] = ["Target"],
        ["Create"] = ["Id"],
        ["CreateMultiple"] = ["Ids"],
        ["Delete"] = ["Target"],
        ["DeliverIncoming"] = ["EmailId"],
        ["DeliverPromote"] = ["EmailId"],
        ["Merge"] = ["Target", "SubordinateId"],
        ["Route"] = ["Target"],
        ["Send"] = ["EmailId", "FaxId", "TemplateId"],
        ["SetState"] = ["EntityMoniker"],
        ["SetStateDynamicEntity"] = ["EntityMoniker"],
        ["Update"] = ["Target"],
        ["UpdateMultiple"] = ["Targets"],
    };

    public void Apply(TableMetadata table, Entity target, bool isNew)
    {
        if (isNew && target.GetAttributeValue<string>("name") is null or "")
        {
            target["name"] = target.GetAttributeValue<string>("entityalias");
        }

        var row = RowValues.Of(organization, table, target, isNew, Columns);
        if (row.Get<EntityReference>("sdkmessageprocessingstepid") is not { } reference)
        {
            throw Faults.Argument("Required field 'sdkmessageprocessingstepid' is missing: an image belongs to a step.");
        }

        if (Step(reference.Id) is { } step)
        {
            Check(row, step);
        }
    }

    private void Check(RowValues row, StepRow step)
    {
        var type = (ImageType)(row.Choice("imagetype") ?? 0);
        if (!Properties.TryGetValue(step.Message, out var properties)
            || (type != ImageType.Post && step.Message is "Create" or "CreateMultiple")
            || (type != ImageType.Pre && step.Message == "Delete"))
        {
            throw RegistrationFaults.ImageType(step.Message);
        }

        if (type != ImageType.Pre && step.Stage != StepStage.PostOperation)
        {
            throw Faults.Argument("PreEvent step registration does not support Post Image.");
        }

        var property = row.Get<string>("messagepropertyname") ?? "";
        if (!properties.Contains(property, StringComparer.OrdinalIgnoreCase))
        {
            throw RegistrationFaults.ImageProperty(step.Message, property, string.Join(" or ", properties));
        }

        if (step.Table is { } table && organization.Metadata.Find(table) is { } columns)
        {
            ColumnList.Check(columns, row.Get<string>("attributes"));
        }
    }

    private StepRow? Step(Guid id) => organization.Database
        .Prepare(
            $"SELECT m.name, s.stage, f.primaryobjecttypecode FROM {RegistrationTables.Step} s JOIN {RegistrationTables.Message} m ON m.sdkmessageid = s.sdkmessageid "
            + $"LEFT JOIN {RegistrationTables.Filter} f ON f.sdkmessagefilterid = s.sdkmessagefilterid WHERE s.sdkmessageprocessingstepid = @0")
        .List([Cells.ToBytes(id)], r => new StepRow(r.GetString(0), (StepStage)r.GetInt32(1), r.IsDBNull(2) ? null : r.GetString(2)))
        .FirstOrDefault();

    private sealed record StepRow(string Message, StepStage Stage, string? Table);
}
