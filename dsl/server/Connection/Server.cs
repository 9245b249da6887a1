using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Answering;
using CrmAddon.Rules.LanguageServer.Checking;
using CrmAddon.Rules.LanguageServer.Documents;
using Microsoft.VisualStudio.Threading;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Connection;

/// <summary>One server for one client.</summary>
internal static class Server
{
    /// <summary>Serves the client until it says goodbye or is gone; gives the exit code of the process.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, TextWriter log)
    {
        var formatter = new SystemTextJsonFormatter
        {
            JsonSerializerOptions = new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
            },
        };
        var session = new Session();
        var documents = new DocumentStore();
        using var rpc = new Rpc(new MessageHandler(output, input, formatter), log)
        {
            // Messages begin in the order in which they came: a question is about the text that was sent before it.
            SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false),
            TraceSource = RpcLog.To(log),
            CancelLocallyInvokedMethodsWhenConnectionIsClosed = true,
        };
        var publisher = new Publisher(rpc, session);
        var queue = new CheckQueue(documents, publisher.PublishAsync, log);
        rpc.AddLocalRpcTarget(new Lifecycle(session));
        rpc.AddLocalRpcTarget(new TextSync(session, documents, queue, publisher, log));
        rpc.AddLocalRpcTarget(new Answers(session, documents));
        rpc.StartListening();
        await Task.WhenAny(session.Ended, WithoutFaultAsync(rpc.Completion, log)).ConfigureAwait(false);
        return session.ExitCode;
    }

    private static async Task WithoutFaultAsync(Task completion, TextWriter log)
    {
        await completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (completion.Exception is { } fault)
            await log.WriteLineAsync($"The connection ended: {fault.InnerException?.Message}").ConfigureAwait(false);
    }
}
