using System;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>
/// <c>Win</c> and <c>Lose</c>: close an open opportunity. Creates the opportunity close (its own message, with its own steps) and sets
/// state, status, actual close date and actual value. Steps of Update do not run: subscribe to Win and Lose.
/// </summary>
internal sealed class CloseOpportunityMessage(Organization organization, string name, int state) : IMessage
{
    public const int Won = 1;
    public const int Lost = 2;
    private const string Table = "opportunity";
    private const string Activity = "opportunityclose";

    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var close = request.Required<Entity>("OpportunityClose");
        SentTypes.Check(CloseTable(close), close);
        var opportunity = close.GetAttributeValue<EntityReference>("opportunityid")
            ?? throw Faults.Argument($"Required field 'opportunityid' is missing in the OpportunityClose of {name}.");
        var table = organization.Table(Table);
        var id = organization.Writer.Keys.Resolve(table, opportunity);
        var invoked = Operation.Of(request, name, Table, caller, organization.Now, id);
        foreach (var (key, value) in request.Parameters)
        {
            invoked.Inputs[key] = value;
        }

        organization.Pipeline.Run(
            new PipelineEvent
            {
                Invoked = invoked,
                Single = name,
                Table = table,
                Rows = [new RowEvent(null, id)],
                Steps = organization.Steps.Find(name, Table),
                Check = organization.Access.Writes.Of(caller, table, AccessRight.Write, id),
            },
            () => Close(id, RowCopy.Of(close, close.Id), request.Optional<OptionSetValue>("Status"), caller));
        return name == "Win"
            ? new WinOpportunityResponse { ResponseName = "WinOpportunity" }
            : new LoseOpportunityResponse { ResponseName = "LoseOpportunity" };
    }

    private TableMetadata CloseTable(Entity close) => close.LogicalName == Activity
        ? organization.Table(Activity)
        : throw Faults.Argument($"The OpportunityClose of {name} must be a row of '{Activity}', not of '{close.LogicalName}'.");

    private void Close(Guid id, Entity close, OptionSetValue? status, Caller caller)
    {
        SentTypes.Check(CloseTable(close), close); // steps may have changed it
        var table = organization.Table(Table);
        var row = organization.Rows.Read(table, id, [table["statecode"], table["transactioncurrencyid"], table["estimatedvalue"]])
            ?? throw Faults.MissingRow(Table, id);
        if (row.GetAttributeValue<OptionSetValue>("statecode") is { Value: not 0 })
        {
            throw Faults.Create(
                ErrorCodes.InvalidStateCodeStatusCode,
                $"The opportunity with Id {id} is closed already ({row.FormattedValues["statecode"]}): reopen it before {name}.");
        }

        var update = new Entity(Table, id)
        {
            ["statecode"] = new OptionSetValue(state),
            ["actualclosedate"] = (close.GetAttributeValue<DateTime?>("actualend") ?? organization.Now).Date,
        };
        if (status is { Value: > 0 })
        {
            update["statuscode"] = status;
        }

        // As in the platform: a won deal is worth what was entered on closing it, or else what was expected.
        var value = close.GetAttributeValue<Money>("actualrevenue") ?? (state == Won ? row.GetAttributeValue<Money>("estimatedvalue") : null);
        if (value is not null)
        {
            update["actualvalue"] = value;
        }

        if (!close.Contains("transactioncurrencyid") && row.Contains("transactioncurrencyid"))
        {
            close["transactioncurrencyid"] = row["transactioncurrencyid"];
        }

        close["opportunityid"] = new EntityReference(Table, id);
        var closeId = organization.Writer.Create([close], caller, new OrganizationRequest("Create"), multiple: false)[0];
        organization.Writer.Store(organization.Table(close.LogicalName), new Entity(close.LogicalName, closeId) { ["statecode"] = new OptionSetValue(1) }, caller);
        organization.Writer.Store(table, update, caller);
    }
}
