using System;

namespace CrmAddon.Local.Registration.Running;

/// <summary>A row of plugintype with what holds its class.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">Full name of the class.</param>
/// <param name="Assembly">Simple name of its assembly.</param>
/// <param name="AssemblyId">The assembly's row.</param>
/// <param name="Package">The package's row; null where the assembly's row has the content itself.</param>
internal sealed record PluginTypeRow(Guid Id, string Name, string Assembly, Guid AssemblyId, Guid? Package)
{
    /// <summary>The row whose content has the class.</summary>
    public Guid Container => Package ?? AssemblyId;
}
