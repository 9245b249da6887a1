using System;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Steps;

/// <summary>What came back of an operation or a query: a response, or a fault.</summary>
internal sealed class Outcome
{
    private Outcome(Block block, OrganizationResponse? response, OrganizationServiceFault? fault)
    {
        Block = block;
        Response = response;
        Fault = fault;
    }

    /// <summary>The line that was carried out.</summary>
    public Block Block { get; }

    public OrganizationResponse? Response { get; }

    public OrganizationServiceFault? Fault { get; }

    /// <summary>How it was asked, where that is not as the case is written.</summary>
    public string Way { get; init; } = string.Empty;

    public EntityCollection? Rows => Response?.Results.Values.OfType<EntityCollection>().FirstOrDefault()
        ?? (Response?.Results.Values.OfType<Entity>().FirstOrDefault() is { } row ? new EntityCollection([row]) { EntityName = row.LogicalName } : null);

    /// <summary>Sends a request; a fault of the platform is an outcome as well.</summary>
    public static Outcome Of(Block block, World world, IOrganizationService service, OrganizationRequest request, string way = "")
    {
        try
        {
            var response = service.Execute(request);
            Name(world, block, response);
            return new Outcome(block, response, null) { Way = way };
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return new Outcome(block, null, fault.Detail) { Way = way };
        }
        catch (InvalidPluginExecutionException refusal)
        {
            return new Outcome(block, null, new OrganizationServiceFault { ErrorCode = refusal.ErrorCode, Message = refusal.Message }) { Way = way };
        }
    }

    public static string Show(OrganizationServiceFault fault) => string.Create(CultureInfo.InvariantCulture, $"fault 0x{fault.ErrorCode:X8} '{fault.Message}'");

    /// <summary>Gives created rows the names that the case calls them by.</summary>
    public static void Name(World world, Block block, OrganizationResponse response)
    {
        switch (block.FirstWord)
        {
            case "create" when block.Text.StartsWith("create multiple ", StringComparison.Ordinal):
                var ids = (Guid[])response.Results["Ids"]!;
                var table = block.Text["create multiple ".Length..].At('|')[0];
                foreach (var (line, id) in block.Children.Where(c => c.FirstWord != "with").Zip(ids))
                {
                    Set(line.Text.At('|')[0], new EntityReference(table, id));
                }

                break;
            case "create":
                var words = block.Text.AtColon().Before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Set(words.ElementAtOrDefault(2), new EntityReference(words[1], (Guid)response.Results["id"]!));
                break;
            case "upsert" when response.Results.TryGetValue("Target", out var target) && target is EntityReference row:
                var name = block.Children.FirstOrDefault(c => c.FirstWord == "named")?.Text["named".Length..].Trim();
                Set(name, row);
                break;
            case "transaction":
                var all = (OrganizationResponseCollection)response.Results["Responses"]!;
                foreach (var (line, one) in block.Children.Zip(all))
                {
                    Name(world, line, one);
                }

                break;
        }

        void Set(string? name, EntityReference row)
        {
            if (!string.IsNullOrEmpty(name))
            {
                world.Set(name, row);
            }
        }
    }
}
