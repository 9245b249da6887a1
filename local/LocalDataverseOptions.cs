using System;
using System.Collections.Generic;

namespace CrmAddon.Local;

/// <summary>What a local Dataverse is made of.</summary>
public sealed class LocalDataverseOptions
{
    /// <summary>The SQLite file; made when it does not exist, kept when it does.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Unpacked solutions, the standard tables first. A later one extends the tables of the earlier ones.</summary>
    public required IReadOnlyList<string> SolutionFolders { get; init; }

    /// <summary>
    /// Rows to load when the file is opened: folders with data.xml (and data_schema.xml) of Microsoft's Configuration Migration tool, or its zip
    /// files, in order. Rows that are there as the data says are left alone.
    /// </summary>
    public IReadOnlyList<string> DataFolders { get; init; } = [];

    /// <summary>Plug-in assemblies; their steps and custom APIs are read from the attributes of their classes.</summary>
    public IReadOnlyList<string> PluginAssemblies { get; init; } = [];

    /// <summary>Settings of single steps, by the step's id.</summary>
    public IReadOnlyDictionary<Guid, StepSettings> Steps { get; init; } = new Dictionary<Guid, StepSettings>();

    /// <summary>Where "now" comes from: created and modified times, relative dates in queries, and the waits between attempts of a system job.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>ISO code of the organization's base currency. Counts when the file is made; a file keeps its currency.</summary>
    public string BaseCurrency { get; init; } = "USD";

    /// <summary>Wait before the second attempt of a system job that asked for a retry; each further wait is twice as long.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which of the platform's limits hold.</summary>
    public PlatformRules Rules { get; init; } = PlatformRules.Default;

    /// <summary>Called with each line that a plug-in writes to its tracing service; null: traces are kept only for faults.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>What the solution folders declare, where they were read before: opening many files of one solution reads it once.</summary>
    internal Metadata.SolutionMetadata? Metadata { get; init; }
}
