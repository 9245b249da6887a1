using System;
using System.IO;

namespace CrmAddon.Sdk.Tests;

/// <summary>Assemblies that the tests read as data, in folders of the output.</summary>
internal static class Carried
{
    internal static string Connector { get; } = In("Connector", "Microsoft.Xrm.Tooling.Connector.dll");

    internal static string Sdk { get; } = In("StandIn", "Microsoft.Xrm.Sdk.dll");

    internal static string Proxy { get; } = In("StandIn", "Microsoft.Crm.Sdk.Proxy.dll");

    internal static string Declared { get; } = In("Fixture", "Declared.dll");

    internal static string Misdeclared { get; } = In("Fixture", "Misdeclared.dll");

    private static string In(string folder, string file) => Path.Combine(AppContext.BaseDirectory, folder, file);
}
