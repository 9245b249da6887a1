using System;
using System.Collections.Generic;

namespace CrmAddon.Registration;

/// <summary>What a plug-in assembly declares for Dataverse to run.</summary>
/// <param name="Name">Simple name of the assembly.</param>
/// <param name="Version">Version of the assembly.</param>
/// <param name="Types">Its plug-in classes, by name.</param>
public sealed record PluginAssemblyInfo(string Name, Version Version, IReadOnlyList<PluginTypeInfo> Types);
