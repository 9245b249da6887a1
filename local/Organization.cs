using System;
using System.Collections.Generic;
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
using CrmAddon.Local.Registration;
using CrmAddon.Local.Security;
using CrmAddon.Local.Solutions;
using CrmAddon.Local.Store;
using CrmAddon.Local.SystemJobs;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local;

/// <summary>The parts of one local Dataverse, put together.</summary>
internal sealed class Organization : IDisposable
{
    // Written under the gate; read by the Web API without it.
    private volatile Definitions _current;
    private Definitions _committed;

    public Organization(LocalDataverseOptions options)
    {
        Options = options;
        Declared = new DeclaredPlugins(options.PluginAssemblies, options.Steps);

        // What is wrong with the folders is said before a new file is made. A file that is there may hold solutions that they rest on.
        _current = _committed = File.Exists(options.DatabasePath) ? null! : Define(Folders());
        Database = Database.Open(options.DatabasePath);
        try
        {
            Solutions = new SolutionLayers(this);
            _current = _committed ??= Define(Solutions.Packages.All.Count > 0 ? Solutions.Read() : Folders());
            new Schema(Database, Metadata).Apply();
            Counters = new Counters(Database);
            Rows = new Rows(Database);
            Transactions = new Transactions(Database, Counters);
            Transactions.Committed += () =>
            {
                _committed = _current;
                Solutions.Done();
            };
            Transactions.RolledBack += () =>
            {
                _current = _committed;
                Solutions.Undone();
            };
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
            Declared.CheckMessages(Messages.HasSteps);
            Registrations = new Registrations(this);
            Seed.Apply(this);
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

    /// <summary>Tables, messages, privileges and steps as they are now; others may come with the next operation, so nobody keeps them.</summary>
    public Definitions Definitions => _current;

    public SolutionMetadata Metadata => _current.Metadata;

    public StepCatalog Steps => _current.Steps;

    public MessageCatalog Messages => _current.Messages;

    /// <summary>What the data folders say and was left out.</summary>
    public IReadOnlyList<Remark> DataRemarks { get; } = [];

    /// <summary>What the attributes of plug-in classes declare, beside what rows register.</summary>
    public DeclaredPlugins Declared { get; }

    /// <summary>Plug-ins, steps and images as rows.</summary>
    public Registrations Registrations { get; } = null!;

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

    /// <summary>What is installed.</summary>
    public SolutionLayers Solutions { get; }

    /// <summary>Keeps imports and other work on solutions apart.</summary>
    public Customizing Customizing { get; } = new();

    /// <summary>Who may do what.</summary>
    public AccessControl Access { get; }

    /// <summary>Now in UTC, in whole seconds as the platform keeps them.</summary>
    public DateTime Now
    {
        get
        {
            var now = Options.Clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        }
    }

    public TableMetadata Table(string? name)
    {
        var table = (name is null ? null : Metadata.Find(name)) ?? throw Faults.NoTable(name);
        if (table.KeepsComponents)
        {
            Solutions.ShowFolders();
        }

        return table;
    }

    /// <summary>
    /// Puts other solutions in the place of the present ones: the file's tables grow, and privileges, roles, profiles and environment
    /// variables follow. Part of the running transaction; when that is undone, what was before counts again.
    /// </summary>
    /// <exception cref="SolutionException">A registered step does not fit, or rows do not fit a new key.</exception>
    public void Replace(SolutionMetadata metadata)
    {
        var next = Define(metadata);
        Declared.CheckMessages(next.Messages.HasSteps);
        new Schema(Database, metadata).Apply();
        _current = next;
        Seed.ApplySolutions(this);
    }

    /// <summary>Reads the registered steps again. Part of the running transaction, as <see cref="Replace"/> is.</summary>
    public void ReplaceSteps() => _current = new Definitions(_current, StepsOf(Metadata));

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

    /// <summary>What plug-in classes declare with what rows register; rows there are none of before the file is open.</summary>
    private StepCatalog StepsOf(SolutionMetadata metadata)
    {
        Declared.Check(metadata);
        return Registrations?.Read(metadata) ?? new StepCatalog(metadata, Declared, [], []);
    }

    private SolutionMetadata Folders() => Options.Metadata ?? SolutionMetadata.Read(Options.SolutionFolders);

    private Definitions Define(SolutionMetadata metadata) => new(this, metadata, StepsOf(metadata));
}
