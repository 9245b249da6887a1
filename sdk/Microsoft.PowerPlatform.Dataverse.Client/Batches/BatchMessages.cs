using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Batches;

/// <summary>Messages that carry messages: <c>ExecuteMultiple</c> is a batch, <c>ExecuteTransaction</c> a change set.</summary>
internal static class BatchMessages
{
    /// <summary>Runs one call by a batch: several requests as a change set, or an address that is too long for a request of its own.</summary>
    public static async Task<OrganizationResponse> RunAsync(WireCall call, Session session, CancellationToken stop)
    {
        if (call.Requests.Count == 0)
            return call.Read([]);
        var parts = await SendAsync([call], continueOnError: false, session, stop).ConfigureAwait(false);
        return Fault(call, parts[0], session) is { } fault ? throw fault : call.Read(parts[0]);
    }

    /// <summary>A transaction as one call, for itself or as part of a batch.</summary>
    public static async Task<WireCall> TransactionAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        List<WireCall> calls = [];
        for (var i = 0; i < requests.Count; i++)
            calls.Add(await PartAsync(requests[i], i, session, stop).ConfigureAwait(false));

        var returns = request.Optional<bool?>("ReturnResponses") == true;
        return new WireCall(
            [.. calls.SelectMany(call => call.Requests)],
            answers => new ExecuteTransactionResponse { ResponseName = "ExecuteTransaction" }
                .With("Responses", returns ? Responses(calls, answers) : new OrganizationResponseCollection()))
        {
            Refusal = (answers, fault) => At(IndexOf(calls, answers), fault),
        };
    }

    public static async Task<OrganizationResponse> ExecuteMultipleAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        var settings = request.Optional<ExecuteMultipleSettings>("Settings") ?? new ExecuteMultipleSettings();
        var items = new ExecuteMultipleResponseItemCollection();

        // A request that is wrong as it stands is not sent; those before it are, and with ContinueOnError those after it.
        List<(int Index, WireCall Call)> calls = [];
        for (var i = 0; i < requests.Count; i++)
        {
            try
            {
                if (requests[i].RequestName == "ExecuteMultiple")
                    throw WireFaults.Refuse(WireFaults.InvalidArgument, $"ExecuteMultiple can't be part of ExecuteMultiple (request {i}).");
                var call = await MessageCatalog.PrepareAsync(requests[i], session, stop).ConfigureAwait(false);
                if (call.Requests.Count > 0)
                    calls.Add((i, call));
                else if (settings.ReturnResponses) // an empty transaction
                    items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Response = call.Read([]) });
            }
            catch (FaultException<OrganizationServiceFault> e)
            {
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Fault = e.Detail });
                if (!settings.ContinueOnError)
                    break;
            }
        }

        var parts = calls.Count == 0
            ? []
            : await SendAsync([.. calls.Select(call => call.Call)], settings.ContinueOnError, session, stop).ConfigureAwait(false);
        foreach (var ((index, call), answers) in calls.Zip(parts))
        {
            if (Fault(call, answers, session) is { } fault)
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Fault = Told(fault) });
            else if (settings.ReturnResponses)
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Response = call.Read(answers) });
        }

        Stop(items, settings.ContinueOnError);
        return new ExecuteMultipleResponse { ResponseName = "ExecuteMultiple" }
            .With("IsFaulted", items.Any(item => item.Fault is not null))
            .With("Responses", items);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<WireAnswer>>> SendAsync(
        IReadOnlyList<WireCall> calls, bool continueOnError, Session session, CancellationToken stop)
    {
        var body = new BatchBody();
        foreach (var call in calls)
        {
            if (call.Requests is [var only])
                body.Add(only);
            else
                body.AddChangeSet(call.Requests);
        }

        var answer = await session.AskAsync(body.ToRequest(continueOnError), stop).ConfigureAwait(false);
        // A batch with a failed part has that part's status where it doesn't continue; the parts tell.
        if (!BatchAnswer.IsMultipart(answer.Header("Content-Type")))
            throw answer.IsSuccess ? new DataverseOperationException("The answer of the batch is none: it has no parts.") : WireFaults.Of(answer, session.Connection.Address.Host);
        var parts = BatchAnswer.Read(answer);
        return parts.Count > 0 ? parts : throw new DataverseOperationException("The answer of the batch has no parts.");
    }

    private static async Task<WireCall> PartAsync(OrganizationRequest request, int index, Session session, CancellationToken stop)
    {
        try
        {
            if (request.RequestName == "ExecuteTransaction")
                throw WireFaults.Refuse(WireFaults.InvalidArgument, "ExecuteTransaction can't be part of ExecuteTransaction.");
            var call = await MessageCatalog.PrepareAsync(request, session, stop).ConfigureAwait(false);
            return call.Requests.Any(wire => wire.Method == HttpMethod.Get)
                ? throw WireFaults.Refuse(
                    WireFaults.InvalidArgument, $"{request.RequestName} can't be part of ExecuteTransaction over the Web API: a change set only writes (request {index}).")
                : call;
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw WireFaults.Throwable(At(index, e.Detail));
        }
    }

    private static Exception? Fault(WireCall call, IReadOnlyList<WireAnswer> answers, Session session)
    {
        if (answers.FirstOrDefault(answer => !answer.IsSuccess) is not { } failed)
            return null;
        var fault = WireFaults.Of(failed, session.Connection.Address.Host);
        return call.Refusal is not null && fault is FaultException<OrganizationServiceFault> told
            ? WireFaults.Throwable(call.Refusal(answers, told.Detail))
            : fault;
    }

    private static OrganizationServiceFault Told(Exception fault) => fault is FaultException<OrganizationServiceFault> told
        ? told.Detail
        : new OrganizationServiceFault { ErrorCode = unchecked((int)0x80040216), Message = fault.Message, Timestamp = DateTime.UtcNow };

    // The failed part carries the number of its request; without it the first is the best guess.
    private static int IndexOf(List<WireCall> calls, IReadOnlyList<WireAnswer> answers)
    {
        var failed = answers.First(answer => !answer.IsSuccess);
        if (!int.TryParse(failed.Header("Content-ID"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return 0;
        for (var i = 0; i < calls.Count; i++)
        {
            number -= calls[i].Requests.Count;
            if (number <= 0)
                return i;
        }

        return 0;
    }

    private static OrganizationResponseCollection Responses(List<WireCall> calls, IReadOnlyList<WireAnswer> answers)
    {
        var responses = new OrganizationResponseCollection();
        var at = 0;
        foreach (var call in calls)
        {
            responses.Add(call.Read([.. answers.Skip(at).Take(call.Requests.Count)]));
            at += call.Requests.Count;
        }

        return responses;
    }

    private static ExecuteTransactionFault At(int index, OrganizationServiceFault fault) => new()
    {
        FaultedRequestIndex = index,
        ErrorCode = fault.ErrorCode,
        Message = fault.Message,
        Timestamp = fault.Timestamp,
        TraceText = fault.TraceText,
        HelpLink = fault.HelpLink,
        ErrorDetails = fault.ErrorDetails,
        InnerFault = fault,
    };

    // As the platform does: in order, and nothing after the first fault.
    private static void Stop(ExecuteMultipleResponseItemCollection items, bool continues)
    {
        var ordered = items.OrderBy(item => item.RequestIndex).ToList();
        var first = ordered.FindIndex(item => item.Fault is not null);
        if (!continues && first >= 0)
            ordered.RemoveRange(first + 1, ordered.Count - first - 1);
        items.Clear();
        items.AddRange(ordered);
    }
}
