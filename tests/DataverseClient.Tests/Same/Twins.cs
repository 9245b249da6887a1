using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CrmAddon.Local;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>
/// Two equal environments: in the one everything is done by the service in process, in the other by the client over the wire. What
/// is asked of both has to come out the same.
/// </summary>
internal sealed partial class Twins : IAsyncDisposable
{
    private readonly LocalEnvironment _inProcess;
    private readonly LocalEnvironment _overWire;
    private readonly IOrganizationService _service;
    private readonly ServiceClient _client;

    private Twins(LocalEnvironment inProcess, LocalEnvironment overWire)
    {
        (_inProcess, _overWire) = (inProcess, overWire);
        _service = inProcess.Dataverse.CreateService();
        _client = overWire.Connect();
    }

    public static async Task<Twins> StartAsync(bool plugins = false) =>
        new(await LocalEnvironment.StartAsync(plugins), await LocalEnvironment.StartAsync(plugins));

    /// <summary>Does the same in both and compares what comes of it; neither may refuse it.</summary>
    public void Do(Func<IOrganizationService, object?> act) =>
        Compare(Neutral(Described.Of(act(_service)), _inProcess.Dataverse), Neutral(Described.Of(act(_client)), _overWire.Dataverse));

    public void Do(Action<IOrganizationService> act) => Do(service =>
    {
        act(service);
        return null;
    });

    /// <summary>Asks both for what they have to refuse, in the same words.</summary>
    public void Refused(Action<IOrganizationService> act) => Compare(Described.Refusal(() => act(_service)), Described.Refusal(() => act(_client)));

    /// <summary>Asks both for what they have to refuse by the same code: where the words are another matter, because FetchXML is text.</summary>
    public void RefusedAlike(Action<IOrganizationService> act) => Compare(Described.Refusal(() => act(_service))[..14], Described.Refusal(() => act(_client))[..14]);

    /// <summary>Asks both for what they do or refuse alike.</summary>
    public void Try(Func<IOrganizationService, object?> act) =>
        Compare(Neutral(Described.Outcome(() => act(_service)), _inProcess.Dataverse), Neutral(Described.Outcome(() => act(_client)), _overWire.Dataverse));

    private static void Compare(string inProcess, string overWire) => Assert.AreEqual(inProcess, overWire);

    // Each environment has an organization, a system user and a business unit of its own; autonumbers leave gaps.
    private static string Neutral(string text, LocalDataverse dataverse) => Number().Replace(text, "NUMBER")
        .Replace(dataverse.SystemUserId.ToString(), "SYSTEM USER", StringComparison.OrdinalIgnoreCase)
        .Replace(dataverse.OrganizationId.ToString(), "ORGANIZATION", StringComparison.OrdinalIgnoreCase)
        .Replace(dataverse.RootBusinessUnitId.ToString(), "BUSINESS UNIT", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"ORD-\d+")]
    private static partial Regex Number();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _overWire.DisposeAsync();
        await _inProcess.DisposeAsync();
    }
}
