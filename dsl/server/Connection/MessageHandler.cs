using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CrmAddon.Rules.LanguageServer.Connection;

/// <summary>
/// Messages with headers. One whose body can't be read is answered with an error and stepped over, since its length is known; a broken
/// header ends the connection, since nobody knows where the next message begins.
/// </summary>
internal sealed class MessageHandler(Stream output, Stream input, IJsonRpcMessageFormatter formatter)
    : HeaderDelimitedMessageHandler(output, input, formatter)
{
    /// <inheritdoc/>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException wrong)
            {
                await AnswerAsync(JsonRpcErrorCode.ParseError, wrong.Message, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception wrong) when (wrong is UnrecognizedJsonRpcMessageException or InvalidOperationException and not ObjectDisposedException)
            {
                await AnswerAsync(JsonRpcErrorCode.InvalidRequest, wrong.Message, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private ValueTask AnswerAsync(JsonRpcErrorCode code, string message, CancellationToken cancellationToken) => WriteAsync(
        new JsonRpcError { RequestId = RequestId.Null, Error = new JsonRpcError.ErrorDetail { Code = code, Message = message } },
        cancellationToken);
}
