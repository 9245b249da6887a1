using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.ServiceModel;
using CrmAddon.Local.Data;
using CrmAddon.Local.Formatting;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Messages.Relating;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Query;
using CrmAddon.Local.Security;
using CrmAddon.Local.Store;
using CrmAddon.Local.SystemJobs;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local;

/// <summary>The parts of one local Dataverse, put together.</summary>
internal sealed class Organization : IDisposable
{
    public Organization(LocalDataverseOptions options)
    {
        Options = options;
        Metadata = options.Metadata ?? SolutionMetadata.Read(options.SolutionFolders);
        Steps = new StepCatalog(options.PluginAssemblies, Metadata, options.Steps);
        Database = Database.Open(options.DatabasePath);
        try
        {
            new Schema(Database, Metadata).Apply();
            Counters = new Counters(Database);
            Rows = new Rows(Database);
            Transactions = new Transactions(Database, Counters);
            Currencies = new Currencies(this);
            UserTime = new UserTime(this);
            Formatting = new RowFormatting(this);
            Traces = new TraceLog(this);
            Pipeline = new EventPipeline(this);
            Writer = new RowWriter(this);
            Relations = new RelationWriter(this);
            RelatedRows = new RelatedRows(this);
            Queries = new QueryRunner(this);
            Jobs = new JobQueue(this);
            Access = new AccessControl(this);
            Messages = new MessageCatalog(this);
            Steps.CheckMessages(Messages.HasSteps);
            Seed.Apply(this);
            new EnvironmentVariableRows(this).Write();
            DataRemarks = options.DataFolders.Count == 0 ? [] : new DataLoader(this).Load(options.DataFolders);
        }
        catch (SqliteException e)
        {
            Database.Dispose();
            throw new IOException(SqliteErrors.Explain(e, Database.Path), e);
        }
        catch (FaultException<OrganizationServiceFault> e) when (e.Detail.ErrorCode == ErrorCodes.GenericSqlError)
        {
            Database.Dispose();
            throw new IOException(e.Message, e);
        }
        catch
        {
            Database.Dispose();
            throw;
        }
    }

    public LocalDataverseOptions Options { get; }

    public OrganizationIds Ids { get; } = OrganizationIds.Fixed;

    /// <summary>The state of the definitions: they are read when the database is opened and do not change while it is open.</summary>
    public string DefinitionsStamp { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}!{Guid.NewGuid():N}");

    public SolutionMetadata Metadata { get; }

    /// <summary>What the data folders say and was left out.</summary>
    public IReadOnlyList<Remark> DataRemarks { get; } = [];

    public StepCatalog Steps { get; }

    public Database Database { get; }

    public Counters Counters { get; }

    public Rows Rows { get; }

    public Transactions Transactions { get; }

    public Currencies Currencies { get; }

    public UserTime UserTime { get; }

    public RowFormatting Formatting { get; }

    public TraceLog Traces { get; }

    public EventPipeline Pipeline { get; }

    public RowWriter Writer { get; }

    public RelationWriter Relations { get; }

    public RelatedRows RelatedRows { get; }

    public QueryRunner Queries { get; }

    public JobQueue Jobs { get; }

    /// <summary>Who may do what.</summary>
    public AccessControl Access { get; }

    public MessageCatalog Messages { get; }

    /// <summary>Now in UTC, in whole seconds as the platform keeps them.</summary>
    public DateTime Now
    {
        get
        {
            var now = Options.Clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        }
    }

    public TableMetadata Table(string? name) =>
        (name is null ? null : Metadata.Find(name)) ?? throw Faults.NoTable(name);

    /// <summary>The business unit that a user belongs to.</summary>
    public Guid BusinessUnitOf(Guid user)
    {
        var table = Table("systemuser");
        using (Database.Gate.Enter())
        {
            return Rows.Read(table, user, [table["businessunitid"]])?.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? Ids.BusinessUnit;
        }
    }

    public void Dispose()
    {
        Jobs.Dispose();
        Database.Dispose();
    }
}
