using System;
using System.Globalization;
using System.Threading;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Security;

namespace CrmAddon.Local;

/// <summary>
/// What follows from the solutions and the registered steps: tables, messages, privileges, steps. It never changes; an import or a
/// registration puts another one in its place, so that whoever has begun with one ends with it.
/// </summary>
internal sealed class Definitions
{
    private readonly Lazy<MessageCatalog> _messages;

    public Definitions(Organization organization, SolutionMetadata metadata, StepCatalog steps)
    {
        Metadata = metadata;
        Steps = steps;
        Privileges = new PrivilegeCatalog(metadata);
        _messages = new Lazy<MessageCatalog>(() => new MessageCatalog(organization, metadata), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>The same solutions with other steps.</summary>
    public Definitions(Definitions before, StepCatalog steps)
    {
        (Metadata, Privileges, Stamp, _messages) = (before.Metadata, before.Privileges, before.Stamp, before._messages);
        Steps = steps;
    }

    public SolutionMetadata Metadata { get; }

    public StepCatalog Steps { get; }

    public PrivilegeCatalog Privileges { get; }

    public MessageCatalog Messages => _messages.Value;

    /// <summary>What clients compare to learn whether tables have changed.</summary>
    public string Stamp { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}!{Guid.NewGuid():N}");
}
