using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>One message that the organization service understands.</summary>
internal interface IMessage
{
    /// <summary>Whether it writes: a failing write inside a synchronous step dooms the transaction.</summary>
    bool Writes { get; }

    /// <summary>Whether it carries several requests or rows; refused inside synchronous steps.</summary>
    bool IsBatch => false;

    /// <summary>Whether steps can be registered for it. The platform takes none for messages about table definitions, Upsert and batches.</summary>
    bool HasSteps => !IsBatch;

    /// <summary>Whether it takes its rows through the stages itself; for others its parameters and results go through them.</summary>
    bool CarriesSteps => false;

    /// <summary>What it does to solutions ("Import", "Publish"); the platform does one such thing at a time. Null: nothing.</summary>
    string? Customizes => null;

    OrganizationResponse Execute(OrganizationRequest request, Caller caller);
}
