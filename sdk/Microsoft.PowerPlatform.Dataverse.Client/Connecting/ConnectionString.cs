using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Connecting;

/// <summary>
/// What a connection string says. The keys and their other names are those of the documentation ("Use connection strings in XRM
/// tooling to connect to Microsoft Dataverse"); <c>Authority</c> and <c>TenantId</c> spare asking the environment who issues its tokens.
/// </summary>
internal sealed class ConnectionString
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["AuthType"] = ["AuthType", "AuthenticationType"],
        ["Url"] = ["Url", "ServiceUri", "Service Uri", "Server"],
        ["ClientId"] = ["ClientId", "AppId", "ApplicationId"],
        ["ClientSecret"] = ["ClientSecret", "Secret"],
        ["Thumbprint"] = ["Thumbprint", "CertificateThumbprint", "CertThumbprint"],
        ["StoreName"] = ["StoreName", "CertificateStoreName"],
        ["Authority"] = ["Authority"],
        ["TenantId"] = ["TenantId"],
    };

    private readonly Dictionary<string, string> values;

    private ConnectionString(Dictionary<string, string> values) => this.values = values;

    public AuthenticationType AuthType { get; private init; }

    public Uri Url { get; private init; } = null!;

    public string ClientId => Required("ClientId");

    public string ClientSecret => Required("ClientSecret");

    public string Thumbprint => Required("Thumbprint");

    public string? StoreName => values.GetValueOrDefault("StoreName");

    public string? Authority => values.GetValueOrDefault("Authority");

    public string? TenantId => values.GetValueOrDefault("TenantId");

    /// <summary>Reads it. What it holds is never repeated in an error: it may be a secret.</summary>
    /// <exception cref="DataverseConnectionException">It can't be read, lacks something, or asks for a way to sign in that a service doesn't have.</exception>
    public static ConnectionString Read(string text)
    {
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            throw new DataverseConnectionException("The connection string is not a list of Key=Value pairs with semicolons between them.");
        }

        var values = Names
            .Select(name => (name.Key, Value: name.Value.Where(builder.ContainsKey).Select(key => builder[key]?.ToString()).FirstOrDefault()))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value!.Trim());
        return new ConnectionString(values) { AuthType = SignIn(values), Url = Address(values) };
    }

    private static AuthenticationType SignIn(Dictionary<string, string> values) => values.GetValueOrDefault("AuthType")?.ToUpperInvariant() switch
    {
        "CLIENTSECRET" => AuthenticationType.ClientSecret,
        "CERTIFICATE" => AuthenticationType.Certificate,
        null => throw new DataverseConnectionException("The connection string has no AuthType; ClientSecret and Certificate are possible."),
        _ => throw new DataverseConnectionException(
            "The connection string's AuthType is not possible here: a service signs in with ClientSecret or Certificate."),
    };

    private static Uri Address(Dictionary<string, string> values)
    {
        var text = values.GetValueOrDefault("Url") ?? throw Missing("Url");
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url
            : throw new DataverseConnectionException($"The connection string's Url '{text}' is no address such as https://contoso.crm.dynamics.com.");
    }

    private string Required(string name) => values.GetValueOrDefault(name) ?? throw Missing(name);

    private static DataverseConnectionException Missing(string name) =>
        new($"The connection string has no {name}. It needs AuthType, Url, ClientId and ClientSecret (or Thumbprint).");
}
