using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages.Definitions;
using CrmAddon.Local.Messages.Relating;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query.Reading;
using CrmAddon.Local.Security.Messages;
using CrmAddon.Local.Solutions.Messages;
using CrmAddon.Local.Store;
using CrmAddon.Local.SystemJobs;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>The messages by name, and the one door through which every request comes in.</summary>
internal sealed class MessageCatalog
{
    private readonly Organization _organization;
    private readonly MessageStages _stages;
    private readonly Dictionary<string, IMessage> _messages = new(StringComparer.OrdinalIgnoreCase);

    public MessageCatalog(Organization organization, SolutionMetadata metadata)
    {
        _organization = organization;
        _stages = new MessageStages(organization);
        _messages["Create"] = new CreateMessage(organization);
        _messages["CreateMultiple"] = new CreateMultipleMessage(organization);
        _messages["Update"] = new UpdateMessage(organization);
        _messages["UpdateMultiple"] = new UpdateMultipleMessage(organization);
        _messages["Upsert"] = new UpsertMessage(organization);
        _messages["UpsertMultiple"] = new UpsertMultipleMessage(organization);
        _messages["Delete"] = new DeleteMessage(organization);
        _messages["Retrieve"] = new RetrieveMessage(organization);
        _messages["RetrieveMultiple"] = new RetrieveMultipleMessage(organization);
        _messages["FetchXmlToQueryExpression"] = new FetchXmlToQueryExpressionMessage(organization);
        _messages["QueryExpressionToFetchXml"] = new QueryExpressionToFetchXmlMessage();
        _messages["SetState"] = new SetStateMessage(organization);
        _messages["Associate"] = new AssociateMessage(organization);
        _messages["Disassociate"] = new DisassociateMessage(organization);
        _messages["Merge"] = new MergeMessage(organization);
        _messages["SetAutoNumberSeed"] = new SetAutoNumberSeedMessage(organization);
        _messages["GetAutoNumberSeed"] = new GetAutoNumberSeedMessage(organization);
        _messages["GetNextAutoNumberValue"] = new GetNextAutoNumberValueMessage(organization);
        _messages["Assign"] = new AssignMessage(organization);
        _messages["ExecuteMultiple"] = new ExecuteMultipleMessage(this);
        _messages["ExecuteTransaction"] = new ExecuteTransactionMessage(organization, this);
        _messages["RetrieveExchangeRate"] = new RetrieveExchangeRateMessage(organization);
        _messages["WhoAmI"] = new WhoAmIMessage(organization);
        _messages["WinOpportunity"] = _messages["Win"] = new CloseOpportunityMessage(organization, "Win", CloseOpportunityMessage.Won);
        _messages["LoseOpportunity"] = _messages["Lose"] = new CloseOpportunityMessage(organization, "Lose", CloseOpportunityMessage.Lost);
        foreach (var (name, message) in SecurityMessages.All(organization))
        {
            _messages[name] = message;
        }

        foreach (var (name, message) in DefinitionMessages.All(organization))
        {
            _messages[name] = message;
        }

        foreach (var (name, message) in SolutionMessages.All(organization))
        {
            _messages[name] = message;
        }

        _messages["ExecuteAsync"] = new ExecuteAsyncMessage(organization);
        foreach (var api in metadata.CustomApis.Values)
        {
            _messages[api.Name] = new CustomApiMessage(organization, api);
        }
    }

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestName is null || !_messages.TryGetValue(request.RequestName, out var message))
        {
            throw Faults.Argument($"The request '{request.RequestName}' is not supported by the local Dataverse, and no solution declares a custom API of that name.");
        }

        // Before the gate: the platform does not let a second import wait, it refuses it.
        using var customizing = message.Customizes is { } operation ? _organization.Customizing.Begin(operation) : null;

        // Before the gate: a plug-in's second thread would wait there for the first one, which waits for it.
        caller.Parent?.Run?.CheckCall();
        using (_organization.Database.Gate.Enter())
        {
            _organization.Database.CheckOpen();
            _organization.Access.Admit(caller);
            if (message.IsBatch && caller.IsSynchronousStep && _organization.Options.Rules.NoBatchInSynchronousSteps)
            {
                throw Faults.Argument(
                    $"{request.RequestName} can't be sent by a synchronous step: batch messages belong to clients and asynchronous steps.");
            }

            try
            {
                return Execute(message, request, caller);
            }
            catch (SqliteException e)
            {
                throw Faults.Storage(SqliteErrors.Explain(e, _organization.Database.Path));
            }
        }
    }

    /// <summary>The names of all messages, custom APIs included.</summary>
    public IEnumerable<string> Names => _messages.Keys;

    /// <summary>Whether a system job can carry out a message of this name: anything but batches and other system jobs.</summary>
    public bool CanRunLater(string name) =>
        _messages.TryGetValue(name, out var message) && message is not ExecuteAsyncMessage && (!message.IsBatch || message.HasSteps);

    /// <summary>Whether steps run for a message of this name.</summary>
    public bool HasSteps(string name) =>
        name is "SetStateDynamicEntity" || (_messages.TryGetValue(name, out var message) && message.HasSteps);

    private OrganizationResponse Execute(IMessage message, OrganizationRequest request, Caller caller)
    {
        var transactions = _organization.Transactions;
        transactions.CheckUsable();
        if (transactions.Active)
        {
            return message.Writes
                ? transactions.RunNested(() => _stages.Execute(message, request, caller))
                : _stages.Execute(message, request, caller);
        }

        try
        {
            return _stages.Execute(message, request, caller);
        }
        finally
        {
            _organization.Traces.Write();
        }
    }
}
