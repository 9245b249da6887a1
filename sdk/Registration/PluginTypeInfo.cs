using System.Collections.Generic;

namespace CrmAddon.Registration;

/// <summary>A plug-in class and what it is run for.</summary>
/// <param name="TypeName">Full name of the class.</param>
/// <param name="Steps">Its steps, by message, table, stage and rank.</param>
/// <param name="CustomApi">Unique name of the custom API that the class carries out; null if it carries out none.</param>
public sealed record PluginTypeInfo(string TypeName, IReadOnlyList<StepInfo> Steps, string? CustomApi);
