using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>
/// Takes a pipeline file into the CRM. Every deal lives its life as messages: created, staffed with partners, registered, moved on,
/// won or lost. What a stopped run has done already is found in the CRM and not done again.
/// </summary>
public sealed class DealLoading
{
    private const int ChunkSize = 200;

    private readonly World world;
    private readonly DealCatalog catalog;
    private readonly DealLife life;
    private readonly List<Refusal> refused = [];

    /// <summary>Works in a world.</summary>
    public DealLoading(World world)
    {
        this.world = world;
        catalog = new DealCatalog(world);
        life = new DealLife(world, catalog);
    }

    /// <summary>Loads the file.</summary>
    public DealAccount Load(CancellationToken stop)
    {
        long stored = 0;
        long unchanged = 0;
        var file = new DealFile(world.Options.Deals, refused.Add);
        foreach (DealRow[] chunk in file.Rows().Chunk(ChunkSize))
        {
            Dictionary<string, Entity> known = Known(chunk);
            foreach (DealRow row in chunk)
            {
                stop.ThrowIfCancellationRequested();
                known.TryGetValue(row.Number, out Entity? opportunity);
                if ((catalog.WhyNot(row) ?? DealLife.WhyNot(row, opportunity)) is { } reason)
                {
                    refused.Add(new Refusal(row.Line, reason));
                }
                else if (DealLife.IsLived(row, opportunity))
                {
                    unchanged++;
                }
                else if (TryLive(row, opportunity))
                {
                    stored++;
                }

                world.Narrator.Progress(stored + unchanged + refused.Count, null, "deals");
            }
        }

        return new DealAccount(file.LinesRead, stored, unchanged, refused, world.Narrator.StepElapsed);
    }

    private bool TryLive(DealRow row, Entity? opportunity)
    {
        try
        {
            life.Live(row, opportunity);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            refused.Add(new Refusal(row.Line, $"The CRM refuses deal {row.Number}: {fault.Detail.Message}"));
            return false;
        }
    }

    // One query for a chunk of the file, whatever the size of the CRM.
    private Dictionary<string, Entity> Known(DealRow[] chunk)
    {
        var query = new QueryExpression("opportunity") { ColumnSet = new ColumnSet("cov_dealnumber", "statecode", "stepname", "actualvalue") };
        query.Criteria.AddCondition("cov_dealnumber", ConditionOperator.In, [.. chunk.Select(row => (object)row.Number)]);
        return world.Service.RetrieveMultiple(query).Entities
            .ToDictionary(one => one.Text("cov_dealnumber"), StringComparer.Ordinal);
    }
}

/// <summary>What became of the lines of a deals file.</summary>
/// <param name="Read">Lines read, counted by the reader; the other figures are counted where a line ends up.</param>
/// <param name="Stored">Deals that this run brought to where the file says they stand.</param>
/// <param name="Unchanged">Deals that stood there already.</param>
/// <param name="Refused">Lines set aside, with the reason.</param>
/// <param name="Took">How long it took.</param>
public sealed record DealAccount(long Read, long Stored, long Unchanged, IReadOnlyList<Refusal> Refused, TimeSpan Took)
{
    /// <summary>Deals a second, for those that were stored.</summary>
    public double Rate => Stored / Math.Max(Took.TotalSeconds, 0.001);

    /// <summary>The account as a sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Read:N0} deal{(Read == 1 ? "" : "s")} read = {Stored:N0} stored + {Unchanged:N0} stored before + {Refused.Count:N0} refused");
}
