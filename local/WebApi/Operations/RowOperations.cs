using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Opportunities that are closed, rows that are merged, and the rates and numbers that rows get.</summary>
internal static class RowOperations
{
    private const string Close = "opportunityclose";

    public static IEnumerable<PlatformOperation> All()
    {
        yield return new("WinOpportunity", false, (a, _) => new WinOpportunityRequest { OpportunityClose = a.Row("OpportunityClose", Close), Status = Status(a) });
        yield return new("LoseOpportunity", false, (a, _) => new LoseOpportunityRequest { OpportunityClose = a.Row("OpportunityClose", Close), Status = Status(a) });
        yield return new("Merge", false, (a, _) => new MergeRequest
        {
            Target = a.Reference("Target"),
            SubordinateId = a.Reference("Subordinate").Id,
            UpdateContent = a.Has("UpdateContent") ? (Entity)a.Value("UpdateContent", CustomApiType.Entity)! : null,
            PerformParentingChecks = a.Value("PerformParentingChecks", CustomApiType.Boolean) is true,
        });
        yield return new("RetrieveExchangeRate", true, (a, _) => new RetrieveExchangeRateRequest { TransactionCurrencyId = (Guid)(a.Value("TransactionCurrencyId", CustomApiType.Guid) ?? Guid.Empty) })
        {
            Answer = PlatformOperation.Results("ExchangeRate"),
        };
        yield return new("SetAutoNumberSeed", false, (a, _) => new SetAutoNumberSeedRequest
        {
            EntityName = a.Text("EntityName"),
            AttributeName = a.Text("AttributeName"),
            Value = a.Number("Value"),
        });
        yield return new("GetAutoNumberSeed", true, (a, _) => new GetAutoNumberSeedRequest { EntityName = a.Text("EntityName"), AttributeName = a.Text("AttributeName") })
        {
            Answer = PlatformOperation.Results("AutoNumberSeedValue"),
        };
        yield return new("GetNextAutoNumberValue", false, (a, _) => new GetNextAutoNumberValueRequest { EntityName = a.Text("EntityName"), AttributeName = a.Text("AttributeName") })
        {
            Answer = PlatformOperation.Results("NextAutoNumberValue"),
        };
    }

    private static OptionSetValue Status(OperationArguments arguments) => new(arguments.Has("Status") ? arguments.Number("Status") : -1);
}
