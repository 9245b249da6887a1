using System;
using System.CommandLine;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace CrmAddon.Worker.Connecting;

/// <summary>The options that say which environment a verb works on, and as whom.</summary>
internal sealed class CrmOptions
{
    /// <summary>The environment variable with a connection string; the place for one with a secret.</summary>
    public const string ConnectionVariable = "DATAVERSE_CONNECTION";

    /// <summary>The environment variable with an address.</summary>
    public const string UrlVariable = "DATAVERSE_URL";

    private const string NoAddress = "is no address such as https://contoso.crm.dynamics.com";

    private readonly Option<string?> _connection = new("--connection")
    {
        Description = $"Connection string, such as 'AuthType=ClientSecret;Url=...;ClientId=...;ClientSecret=...'. With a secret it belongs into {ConnectionVariable}: " +
            "others on the machine can read command lines.",
    };

    private readonly Option<Uri?> _url = new("--url")
    {
        Description = $"Address of the environment, signing in as the machine's or the developer's own identity; without it {UrlVariable}. A local Dataverse needs no sign-in.",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
            ? url
            : Refuse(result, $"'{result.Tokens[0].Value}' {NoAddress}."),
    };

    public CrmOptions(Command command)
    {
        command.Add(_connection);
        command.Add(_url);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_connection) is not null && result.GetValue(_url) is not null)
                result.AddError("--connection and --url both name the environment: give one of them.");
        });
    }

    /// <summary>Connects.</summary>
    /// <exception cref="DataverseConnectionException">No environment is named, or it can't be reached or does not let the worker in.</exception>
    public ServiceClient Open(ParseResult parsed)
    {
        if (parsed.GetValue(_connection) is { } text)
            return new ServiceClient(text);
        if (parsed.GetValue(_url) is { } url)
            return Open(url);
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } variable)
            return new ServiceClient(variable);
        if (Environment.GetEnvironmentVariable(UrlVariable) is not { Length: > 0 } address)
            throw new DataverseConnectionException($"No environment is named: give --url or --connection, or set {ConnectionVariable} or {UrlVariable}.");
        return Uri.TryCreate(address, UriKind.Absolute, out var named)
            ? Open(named)
            : throw new DataverseConnectionException($"{UrlVariable} holds '{address}', which {NoAddress}.");
    }

    private static ServiceClient Open(Uri url) => new(url, new OwnIdentity(url).TokenAsync);

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result, string reason)
    {
        result.AddError(reason);
        return null;
    }
}
